import type { deliveries } from './tables';

export type Delivery = typeof deliveries.$inferSelect;

/** Another message in the same envelope. */
export type Companion = { deliveryId: string; clientName: string | null; summary: string; urgency: string };

/** A row that one hand-over settles, with the attempt that was opened for it. */
export type Carried = Pick<
  Delivery,
  'id' | 'cause' | 'causeId' | 'cycle' | 'step' | 'methodId' | 'recipientId' | 'recipientName' | 'attempts'
> & { attemptId: string };

/**
 * A delivery in hand, with all that a channel needs to know: none of them should have to ask the database between claim
 * and outcome for what the claim knew.
 */
export type ClaimedDelivery = Delivery & {
  attemptId: string;
  claimedAt: Date;
  /** The attempt before was in the hands of a worker that died: its provider may have the message already. */
  wasInterrupted: boolean;
  /** When that attempt began. */
  interruptedAt: Date | null;
  /** What travels in the same message, newest first; at most 100. */
  companions: Companion[];
  /** How many travel with it, also those not in `companions`. */
  companionCount: number;
  /** What travels belongs to several clients: a link in the message must not be walled to the client of this one. */
  isAcrossClients: boolean;
  /** The rows of what travels with it; they share its outcome. */
  carried: Carried[];
};
