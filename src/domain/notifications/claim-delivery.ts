import type { Actor } from '../../kernel/actor';
import { claimDeliveries } from './claim-deliveries';
import type { ClaimedDelivery } from './claimed-delivery';

/** One of them alone. @returns null when there is nothing to send: cancelled, finished, not due, or in other hands */
export async function claimDelivery(actor: Actor, deliveryId: string): Promise<ClaimedDelivery | null> {
  const { claimed } = await claimDeliveries(actor, [deliveryId]);
  return claimed[0] ?? null;
}
