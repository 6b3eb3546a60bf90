import { z } from 'zod';
import type { ContactChannel } from '../contacts/model';

/** How a message travels. */
export type Channel = ContactChannel;

/**
 * Says what physically happened to one message to one contact method. `sent`: a provider took it. `delivered`: the
 * provider says that it arrived. Read, acknowledged and resolved are separate facts.
 */
export type DeliveryState =
  'pending' | 'sending' | 'sent' | 'delivered' | 'failed_temporary' | 'failed_permanent' | 'skipped';

/**
 * `escalation`: waits for an acknowledgement. `notice`: a word. `code`: proves an address. `event`: for a program.
 * `caller`: a caller is told that their matter is settled; nothing is asked back.
 */
export type DeliveryCause = 'escalation' | 'notice' | 'code' | 'event' | 'caller';

/** Why a message is not sent yet. `method_delay`: an earlier method of the same person has its turn first. */
export type WaitReason = 'quiet_hours' | 'method_delay' | 'throttled';

/** What is to be said; each channel words it in its own way. */
export type EscalationMessage = {
  organizationName: string;
  organizationPhone: string | null;
  clientName: string | null;
  urgency: string;
  summary: string;
  startedAt: string;
  timeZone: string;
  /** What the caller was promised and by when (RFC 3339), newest first; at most 3. Absent in messages of before. */
  promises?: { what: string; dueAt: string }[];
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
  /** A message that its reader had before: its page, which needs no sign-in, is linked instead of `path`. */
  answersDeliveryId?: string;
};

/** Six digits that prove that somebody reads an address. */
export type CodeMessage = {
  code: string;
  organizationName: string;
  clientName: string;
  recipientName: string;
};

/** Something that happened, for a program: the body of a webhook, as Standard Webhooks wants it. */
export type EventMessage = { type: string; timestamp: string; data: Record<string, unknown> };

/** For a caller, who knows the client and agreed to be told: the client's approved words, whole. */
export type CallerMessage = { organizationName: string; clientName: string; words: string };

export type DeliveryMessage = EscalationMessage | NoticeMessage | CodeMessage | EventMessage | CallerMessage;

/** `unknown`: the message was handed over, and nobody knows whether it was taken. */
export type AttemptState = 'sending' | 'sent' | 'failed_temporary' | 'failed_permanent' | 'unknown';

export type DeliveryCard = {
  id: string;
  /** The contact, or the membership of an account manager. */
  recipientId: string | null;
  recipientName: string;
  channel: Channel;
  /** Web addresses are secrets: only their host is shown. */
  to: string;
  state: DeliveryState;
  cycle: number;
  step: number;
  attempts: number;
  /** Why it failed or was skipped, in words. */
  failure: string | null;
  /** It was handed over and nobody knows whether it was taken (a worker died, a server did not answer); it was sent again. */
  isPossiblyDuplicated: boolean;
  /** It travelled in one message with others. */
  isBundled: boolean;
  waitsFor: WaitReason | null;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  /** Set aside because handling it failed again and again. */
  setAsideAt: Date | null;
};

/** One hand-over to a provider, and what came back. */
export type AttemptCard = {
  id: string;
  recipientName: string;
  channel: Channel;
  number: number;
  state: AttemptState;
  startedAt: Date;
  /** null: the provider has not answered. */
  finishedAt: Date | null;
  failure: string | null;
  /** What the provider reported later. */
  report: 'delivered' | 'failed' | 'failed_final' | null;
  reportWords: string | null;
  reportedAt: Date | null;
};

/** What a provider answered to one hand-over. `words` is the reason for people. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string | null }
  /**
   * `isInDoubt`: it had the whole message and did not answer; sent again, it may arrive twice. `retryAfterSeconds`: what
   * the provider asked for (Retry-After); the longer of that and our own wait counts.
   */
  | { kind: 'failed_temporary'; words: string; isInDoubt?: boolean; retryAfterSeconds?: number }
  | { kind: 'failed_permanent'; words: string };

/** What a provider reports of a message it took, in any order and any number of times. */
export type DeliveryReport =
  | { kind: 'delivered' }
  /** `isFinal` false: it may arrive if sent again (busy, no answer). */
  | { kind: 'failed'; words: string; isFinal: boolean };

/** What somebody may be told of: `/webhook-endpoints`. */
export const eventTypes = [
  'escalation.started',
  'escalation.acknowledged',
  'escalation.declined',
  'escalation.reopened',
  'escalation.unanswered',
  'escalation.resolved',
  'escalation.cancelled',
] as const;
export type EventType = (typeof eventTypes)[number];

export const createEndpointInput = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'Write the whole address, beginning with https://' }).max(2_000),
  events: z.array(z.enum(eventTypes)).min(1, 'Choose at least one event.'),
  clientId: z.uuid().optional().describe('Only what happens at this client'),
});
export const endpointIdInput = z.strictObject({ endpointId: z.uuid() });
export const listEndpointsInput = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type WebhookEndpoint = {
  id: string;
  url: string;
  events: EventType[];
  clientId: string | null;
  createdAt: Date;
  createdByName: string;
};

/** What an endpoint is sent to try it out. */
export const TEST_EVENT = 'endpoint.tested';

/** What became of the newest message to an endpoint. `type`: of the event. */
export type EndpointResult = {
  type: string;
  state: DeliveryState;
  failure: string | null;
  attempts: number;
  at: Date;
  sentAt: Date | null;
};

/** `lastResult` null: nothing was sent to it yet. */
export type ListedEndpoint = WebhookEndpoint & { lastResult: EndpointResult | null };

/** A client has at most so many at once, and the answering service so many for all. */
export const MOST_ENDPOINTS = 20;

/** One of the signed-in person's messages in the product. */
export type InboxItem = {
  id: string;
  /** What it is about; null: a word, of which nothing follows. */
  escalationId: string | null;
  clientName: string | null;
  urgency: string | null;
  summary: string;
  /** Where it is looked at: a path of the product. */
  path: string;
  /** Somebody has taken care of it, or it was called off. */
  isOver: boolean;
  at: Date;
  readAt: Date | null;
};

export const listInboxInput = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
/** Without a delivery: all of them. */
export const markReadInput = z.strictObject({ deliveryId: z.uuid().optional() });

/** More than so many unread ones are not counted. */
export const MOST_UNREAD_COUNTED = 99;

/** To one contact method in a day: who mistypes an address must not flood somebody else. */
export const MOST_CODES_A_DAY = 5;

/** What became of a code that was sent. */
export type SentCode = { createdAt: Date; state: DeliveryState; failure: string | null };

const base64url = (bytes: number) =>
  z
    .string()
    .refine(
      (text) =>
        /^[\w-]+={0,2}$/.test(text) && Math.floor((text.replaceAll('=', '').length * 3) / 4) === bytes,
      {
        error: 'That is no key of a browser.',
      },
    );

/** As `PushSubscription.toJSON()` of a browser gives it (Push API, RFC 8291). */
export const addSubscriptionInput = z.strictObject({
  endpoint: z
    .url({ protocol: /^https$/, error: 'The address of a push service begins with https://' })
    .max(2_000),
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
  userAgent: z.string().max(500).default(''),
});
export const subscriptionIdInput = z.strictObject({ subscriptionId: z.uuid() });

/** Of one person: the oldest go. */
export const MOST_DEVICES = 10;

/** A browser that the signed-in person allowed to be woken. */
export type PushDevice = { id: string; endpoint: string; userAgent: string; createdAt: Date };
