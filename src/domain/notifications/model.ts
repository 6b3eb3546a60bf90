/** How a message travels. Only e-mail is carried so far; the other addresses are kept and shown as not configured. */
export type Channel = 'email' | 'sms' | 'voice';

/** Says what physically happened to one message to one contact method. */
export type DeliveryState =
  'pending' | 'sending' | 'sent' | 'delivered' | 'failed_temporary' | 'failed_permanent' | 'skipped';

export type AttemptState = 'sending' | 'sent' | 'failed_temporary' | 'failed_permanent' | 'unknown';

export type DeliveryCard = {
  id: string;
  recipientName: string;
  channel: Channel;
  to: string;
  state: DeliveryState;
  cycle: number;
  step: number;
  attempts: number;
  /** Why it failed or was skipped, in words. */
  failure: string | null;
  /** A worker died between handing it over and writing that down; it was sent again. */
  isPossiblyDuplicated: boolean;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
};

/** What a provider answered to one hand-over. `words` is the reason for people. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string | null }
  | { kind: 'failed_temporary'; words: string }
  | { kind: 'failed_permanent'; words: string };
