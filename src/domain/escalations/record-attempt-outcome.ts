import type { Actor } from '../../kernel/actor';
import type { ClaimedDelivery } from '../notifications/claimed-delivery';
import type { SendOutcome } from '../notifications/model';
import { recordAttemptOutcomes } from './record-attempt-outcomes';

/** What a provider answered to one hand-over, and what follows from it. */
export async function recordAttemptOutcome(
  actor: Actor,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<void> {
  await recordAttemptOutcomes(actor, [{ claimed, outcome }]);
}
