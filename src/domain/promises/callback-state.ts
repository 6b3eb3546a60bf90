import type { Actor } from '../../kernel/actor';
import { after, MINUTE } from '../../kernel/duration';
import type { Callback, PromiseState, TryOutcome } from './model';

/** What one try makes of a callback. `open`: it is tried again. */
export function stateAfter(outcome: TryOutcome): PromiseState {
  switch (outcome) {
    case 'reached':
      return 'kept';
    case 'voicemail':
    case 'no_answer':
      return 'open';
    case 'wrong_number':
    case 'refused':
      return 'broken';
  }
}

type Claim = { claimedAt: Date | null; claimedById: string | null; claimedByName: string | null };

/** Who is at it: a claim is good for a quarter of an hour, then anybody may take over. */
export function liveClaim(claim: Claim, now: Date): { byId: string; byName: string } | null {
  const { claimedAt, claimedById, claimedByName } = claim;
  if (claimedAt === null || claimedById === null || after(claimedAt, 15 * MINUTE) <= now) return null;
  return { byId: claimedById, byName: claimedByName ?? '' };
}

/** For whoever comes too late. */
export function endedWords({ state, endedByName }: Pick<Callback, 'state' | 'endedByName'>): string {
  const name = endedByName ?? 'Somebody';
  return state === 'kept' ? `${name} has reached this caller already.` : `${name} has ended this callback.`;
}

/** For somebody of the client's people who is about to do the answering service's work. */
export function callbackRefusal({ clientId }: Actor): string | undefined {
  return clientId === null ? undefined : 'The answering service makes this call, not your own people.';
}

/**
 * How a callback ended, in words for the record.
 * @param hasRungIn whether the caller was told in a call of their own
 */
export function evidenceOfTry(
  outcome: TryOutcome,
  note: string,
  { hasRungIn }: { hasRungIn: boolean },
): string {
  const deed = deedWords(outcome, hasRungIn);
  return note === '' ? `${deed}.` : `${deed}: ${note}`;
}

function deedWords(outcome: TryOutcome, hasRungIn: boolean): string {
  switch (outcome) {
    case 'reached':
      return hasRungIn ? 'Rang in and was told' : 'Called back and reached';
    case 'voicemail':
      return 'Left a voicemail';
    case 'no_answer':
      return 'Nobody answered';
    case 'wrong_number':
      return 'Called back: a wrong number';
    case 'refused':
      return 'The caller did not wish to be called back';
  }
}
