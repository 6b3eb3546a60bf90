import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type { SendOutcome } from '@/domain/notifications/model';

/** Hands one message to its provider. What the provider says, or its silence, is an outcome and never an exception. */
type Send = (delivery: ClaimedDelivery) => Promise<SendOutcome>;

/** Whether a provider has the message of an attempt whose worker died. `unknown`: it cannot be asked, or did not answer. */
export type FoundMessage = { kind: 'found'; providerId: string } | { kind: 'absent' } | { kind: 'unknown' };

/** Every channel is cut off well within a claim's lease: send and find together take 45 s at the most. */
export type Channel = {
  send: Send;
  /** Asks the provider for the message of the attempt that began at `interruptedAt`; only where it can be asked. */
  find?: (delivery: ClaimedDelivery) => Promise<FoundMessage>;
  /** Breaks off what is being handed over; those attempts end as failed for now. */
  close(): void;
};
