import { after, DAY } from '../../kernel/duration';
import type { Problem } from '../../kernel/errors';
import type { PromiseRule } from '../briefings/model';
import type { PromiseKind, PromiseOwner } from './model';

const MOST_DAYS = 90;

export type PromiseAtHand = {
  kind: PromiseKind;
  what: string;
  owner: PromiseOwner;
  /** null: none was chosen yet. */
  dueAt: Date | null;
  now: Date;
  /** What is due before this instant is late already: now, or, for who hears of the promise afterwards, the ring. */
  earliest: Date;
  /** The strictest of the assurances in force; null without a briefing. */
  rule: PromiseRule | null;
  /** When the briefing ends; null: never, or there is none. */
  endsAt: Date | null;
  /** Whether somebody at the client can be told before the deadline. */
  hasSomebodyBefore: boolean;
  /** Whether a number is known to call back. */
  hasNumber: boolean;
};

/**
 * Why something must not be promised like this, field by field, in words for the operator; [] when it may be. Where the
 * briefing permits no remedy, only a call back and information are left: they are the answering service's own to keep.
 */
export function promiseProblems(promise: PromiseAtHand): Problem[] {
  const { kind, what, owner, rule, hasNumber, hasSomebodyBefore, dueAt } = promise;
  const problems: Problem[] = [];
  const add = (field: string, words: string) => problems.push({ field, words });
  if (rule === 'none' && kind !== 'callback' && kind !== 'information') {
    add('kind', 'The briefing permits no promise of a remedy. Promise a call back or information instead.');
  }
  if (kind === 'callback' && !hasNumber) {
    add('kind', 'Nobody can call back without a number. Write down the caller’s number first.');
  }
  if (what.trim() === '') add('what', 'Say what is promised.');
  if (owner === 'client' && dueAt !== null && !hasSomebodyBefore) {
    add('owner', 'Nobody at the client can be told before then. Choose a later time, or somebody else.');
  }
  const words = deadlineProblem(promise);
  if (words !== null) add('dueAt', words);
  return problems;
}

function deadlineProblem({ dueAt, now, earliest, endsAt, owner }: PromiseAtHand): string | null {
  if (dueAt === null) return 'A promise needs a deadline: a date and a time.';
  if (dueAt <= earliest) return 'That time has passed. Choose a later one.';
  if (dueAt > after(now, MOST_DAYS * DAY)) return `Promise nothing more than ${MOST_DAYS} days ahead.`;
  const endsBefore = endsAt !== null && endsAt > now && endsAt < dueAt;
  // From then on the answering service has no approved words any more; the client goes on.
  return endsBefore && owner !== 'client'
    ? 'The briefing ends before then. Choose an earlier time, or let the client’s contact do it.'
    : null;
}
