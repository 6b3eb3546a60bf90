import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import type { ClaimedDelivery } from './claim-delivery';
import { finishAttempt } from './finish-attempt';
import type { SendOutcome } from './model';
import { canCarryDeliveries } from './policy';

/** What a provider answered about a notice: nothing follows from it but another attempt, or none. */
export async function recordNoticeOutcome(
  actor: Actor,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canCarryDeliveries(actor));
    tx.noteUnrecorded();
    await finishAttempt(tx, claimed, outcome);
  });
}
