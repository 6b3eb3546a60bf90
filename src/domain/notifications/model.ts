/** How a message travels. Only e-mail is carried so far; the other addresses are kept and shown as not configured. */
export type Channel = 'email' | 'sms' | 'voice';

/** Says what physically happened to one message to one contact method. */
export type DeliveryState =
  'pending' | 'sending' | 'sent' | 'delivered' | 'failed_temporary' | 'failed_permanent' | 'skipped';

/** What a message is about. */
export type DeliveryCause = 'escalation' | 'notice';

/** What is to be said; each channel words it in its own way. */
export type EscalationMessage = {
  organizationName: string;
  organizationPhone: string | null;
  clientName: string | null;
  urgency: string;
  summary: string;
  startedAt: string;
  timeZone: string;
};

/** A word to somebody who signs in: nothing is asked of them by the message itself. */
export type NoticeMessage = {
  subject: string;
  /** Plain paragraphs; at most 30. */
  lines: string[];
  /** Logs of calls, one line a point: together at most 1,200 lines. A title may be ''. */
  sections?: { title: string; lines: string[] }[];
  /** Where it is looked at: a path of the product, such as `/portal/briefings/…`. */
  path: string;
  linkWords: string;
};

/** `unknown`: the message was handed over, and nobody knows whether it was taken. */
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
  /** It was handed over and nobody knows whether it was taken (a worker died, a server did not answer); it was sent again. */
  isPossiblyDuplicated: boolean;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
};

/** What a provider answered to one hand-over. `words` is the reason for people. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string | null }
  /** `isInDoubt`: it had the whole message and did not answer; sent again, it may arrive twice. */
  | { kind: 'failed_temporary'; words: string; isInDoubt?: boolean }
  | { kind: 'failed_permanent'; words: string };
