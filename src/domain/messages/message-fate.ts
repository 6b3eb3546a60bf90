import type { MessageRule } from '../clients/model';
import type { Disposition } from '../calls/model';
import type { HeldReason, MessageState } from './model';
import { nextDigestAt } from './next-digest-at';

export type MessageFate = {
  state: MessageState;
  /** When its digest goes out; null unless it waits for one. */
  dueAt: Date | null;
  heldBecause: HeldReason | null;
};

export type FateInput = {
  rule: MessageRule;
  timeZone: string;
  /** Whether somebody stands in the rule who has an e-mail address now. */
  hasRecipient: boolean;
};

/** Whether a call that ended so is worth a message: a misdialled or broken-off call only where something was written down. */
export function isWorthMessage(disposition: Disposition, noteCount: number): boolean {
  return noteCount > 0 || (disposition !== 'wrong_number' && disposition !== 'caller_hung_up');
}

/** What the client's rule makes of a message that nobody has to review (any more). */
export function messageFate({ rule, timeZone, hasRecipient }: FateInput, now: Date): MessageFate {
  const held = (heldBecause: HeldReason) => ({ state: 'held' as const, dueAt: null, heldBecause });
  if (rule.mode === 'hold') return held('check_in');
  if (!hasRecipient) return held('no_contact');
  if (rule.mode === 'at_once') return { state: 'released', dueAt: null, heldBecause: null };
  const dueAt = nextDigestAt(rule.digestTimes, timeZone, now);
  return dueAt === null ? held('no_times') : { state: 'waiting', dueAt, heldBecause: null };
}
