import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import type { DeliveryReport } from '../notifications/model';
import { loadCarriedAttempts } from '../notifications/reply-queries';
import { applyDeliveryReport } from './apply-delivery-report';
import { canAdvanceEscalation } from './policy';

/**
 * What a provider says, later, of a message that it took: once, many times, in any order, or before its answer to the
 * hand-over reached us. What travelled in the same message shares its fate; each in a transaction of its own, so that a
 * large bundle holds up nobody.
 */
export async function recordDeliveryReport(
  actor: Actor,
  reported: { deliveryId: string; attemptId: string; report: DeliveryReport },
): Promise<void> {
  const apply = (about: typeof reported) =>
    writeTx(actor, async (tx) => {
      tx.authorize(canAdvanceEscalation(actor));
      tx.noteUnrecorded();
      await applyDeliveryReport(tx, about);
      return loadCarriedAttempts(tx, reported.deliveryId);
    });
  const carried = await apply(reported);
  for (const one of carried) await apply({ ...one, report: reported.report });
}
