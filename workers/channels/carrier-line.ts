import type { Twilio } from 'twilio';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import { signCarrierLink } from '@/kernel/carrier-link';

/** An account at a carrier, and what our own addresses are made of. */
export type CarrierLine = {
  api: Twilio;
  /** Our number, E.164. */
  from: string;
  publicUrl: string;
  authSecret: string;
  /** Breaks off whatever waits for an answer. */
  close(): void;
};

/** The address of a door that the carrier calls back at, about this attempt. */
export function callbackOf(
  { publicUrl, authSecret }: CarrierLine,
  delivery: ClaimedDelivery,
  door: 'status' | 'voice',
): string {
  const { organizationId, id: deliveryId, attemptId, claimedAt } = delivery;
  const claims = { organizationId, clientId: wallOf(delivery), deliveryId, attemptId };
  const token = signCarrierLink(claims, authSecret, claimedAt);
  return `${publicUrl}/api/hooks/carrier/${door}?d=${token}`;
}

/** Whose rows an answer may touch: one client's, unless what travels together belongs to several. */
export function wallOf({ clientId, isAcrossClients }: ClaimedDelivery): string | null {
  return isAcrossClients ? null : clientId;
}
