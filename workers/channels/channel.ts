import type { ClaimedDelivery } from '@/domain/notifications/claim-delivery';
import type { SendOutcome } from '@/domain/notifications/model';

/** Hands one message to its provider. What the provider says, or its silence, is an outcome and never an exception. */
export type Send = (delivery: ClaimedDelivery) => Promise<SendOutcome>;

export type Channel = {
  send: Send;
  /** Breaks off what is being handed over; those attempts end as failed for now. */
  close(): void;
};
