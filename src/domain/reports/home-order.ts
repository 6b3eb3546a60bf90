import { HOUR, MINUTE } from '../../kernel/duration';
import type { Urgency } from '../calls/model';
import type { HomeKind, HomeLine, HomeRow, HomeTier } from './home-line';

/** Before its deadline so long, something is about to be late. */
const SOON = 30 * MINUTE;

/** What is due later than this needs nobody now. */
const TODAY = 12 * HOUR;

/** Those with a deadline: how late they are follows from it. */
const deadlines: ReadonlySet<HomeKind> = new Set([
  'promise',
  'report_due',
  'report_overdue',
  'briefing_update',
]);

const tiers: Record<Exclude<HomeKind, 'promise' | 'report_due' | 'briefing_update'>, HomeTier> = {
  call_offered: 'soon',
  call_open: 'soon',
  escalation_unanswered: 'late',
  escalation_late: 'late',
  escalation_open: 'soon',
  escalation_unsettled: 'open',
  report_overdue: 'late',
  callback_claimed: 'soon',
  briefing_to_read: 'soon',
  briefing_approval: 'open',
  briefing_unapproved: 'open',
  briefing_sent_back: 'open',
  briefing_reported: 'soon',
  surge: 'soon',
  questions: 'open',
  set_aside: 'late',
  messages_to_review: 'open',
  messages_held: 'open',
  words_missing: 'open',
  words_proposed: 'open',
  escalations_to_review: 'later',
  actions: 'later',
  calls_to_score: 'later',
  coaching_notes: 'later',
  scores: 'later',
};

const tierOrder: readonly HomeTier[] = ['late', 'soon', 'open', 'later'];
const urgencyOrder: readonly (Urgency | null)[] = ['emergency', 'urgent', 'routine', null];

/** Whether a line tells of a deadline, not since when. */
export function isHomeDeadline(kind: HomeKind): boolean {
  return deadlines.has(kind);
}

/** How pressing it is; null: not yet. */
export function homeTier({ kind, at }: Pick<HomeRow, 'kind' | 'at'>, now: Date): HomeTier | null {
  if (kind !== 'promise' && kind !== 'report_due' && kind !== 'briefing_update') return tiers[kind];
  const left = at.getTime() - now.getTime();
  if (left <= 0) return 'late';
  if (left <= SOON) return 'soon';
  return left <= TODAY ? 'open' : null;
}

/**
 * What is late comes first, then what is about to be; within each the more urgent, and of equals what is due, or has
 * waited, the earliest. No two lines are equal, so that a list that is read again does not jump.
 */
export function compareHomeLines(a: HomeLine, b: HomeLine): number {
  return (
    tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
    urgencyOrder.indexOf(a.urgency) - urgencyOrder.indexOf(b.urgency) ||
    a.at.getTime() - b.at.getTime() ||
    keyOf(a).localeCompare(keyOf(b))
  );
}

const keyOf = ({ kind, id, ref }: HomeRow) => `${kind} ${id ?? ''} ${ref ?? ''}`;
