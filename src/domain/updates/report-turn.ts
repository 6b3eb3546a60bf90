import { after, MINUTE } from '../../kernel/duration';
import type { ReportState } from './model';

type Asked = {
  state: ReportState;
  dueAt: Date;
  reminders: number;
  /** The client's target for resolving it. */
  resolveBy: Date;
};

export type ReportTurn = {
  /** Whoever acknowledged is reminded now. */
  isReminded: boolean;
  /** The account managers and the operator are told now. */
  isOverdue: boolean;
  /** It is past the target for resolving it: an account manager is to look at it. */
  isStuck: boolean;
  /** So late that it is said so: the engine stood still. */
  isLate: boolean;
  /** When to look again; null: nothing more comes. */
  nextAt: Date | null;
};

/** So long after the reminder others are told. */
const GRACE = 15 * MINUTE;
const LATE = 2 * MINUTE;

/**
 * What is due of a report that was asked for: one reminder to the person at its time, a quarter of an hour later a word to
 * the account managers and the operator, and the mark at the target for resolving. However much went by while nobody
 * looked, each hears of it once.
 */
export function reportTurn({ state, dueAt, reminders, resolveBy }: Asked, now: Date): ReportTurn {
  const overdueAt = after(dueAt, GRACE);
  const isOpen = state === 'open';
  const isReminded = isOpen && reminders === 0 && now >= dueAt;
  const isOverdue = isOpen && now >= overdueAt;
  const isStuck = now >= resolveBy;
  const ahead = [
    ...(isOpen && reminders === 0 ? [dueAt] : []),
    ...(isOpen ? [overdueAt] : []),
    resolveBy,
  ].filter((at) => at > now);
  const told = isOverdue ? overdueAt : dueAt;
  return {
    isReminded,
    isOverdue,
    isStuck,
    isLate: (isReminded || isOverdue) && now >= after(told, LATE),
    nextAt: ahead.length === 0 ? null : new Date(Math.min(...ahead.map((at) => at.getTime()))),
  };
}
