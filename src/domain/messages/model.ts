import { z } from 'zod';
import type { DeliveryCard } from '../notifications/model';

/**
 * What becomes of a call's message: `in_review`, a second pair of eyes looks first; `held` until the client checks in;
 * `waiting` for its digest; `released`, handed to deliveries; `withheld` by the reviewer, never sent.
 */
export const messageStates = ['in_review', 'held', 'waiting', 'released', 'withheld'] as const;
export type MessageState = (typeof messageStates)[number];

/** Why it is held: so says the client's rule; nobody in the rule has an e-mail address; its digest has no times. */
export type HeldReason = 'check_in' | 'no_contact' | 'no_times';

/** A check-in and a digest carry at most as many; what is left comes with the next one. */
export const mostMessagesAtOnce = 500;

/** What a second pair of eyes finds wrong with a message. */
export const messageFaults = [
  'spelling',
  'incomplete',
  'wrong_number',
  'wrong_client',
  'wrong_urgency',
  'tone',
  'not_as_briefed',
] as const;
export type MessageFault = (typeof messageFaults)[number];

/** The message of one call as staff and the client's people see it. */
export type MessageCard = {
  id: string;
  clientId: string;
  clientName: string;
  clientTimeZone: string;
  callId: string;
  /** 0: the call's log as it was closed; then one for each correction after it. */
  part: number;
  state: MessageState;
  subject: string;
  /** Point form, in order. */
  lines: string[];
  createdAt: Date;
  /** Whoever closed the call or corrected it; somebody else reviews. */
  createdById: string;
  createdByName: string;
  /** null unless it is held. */
  heldBecause: HeldReason | null;
  /** When its digest goes out. */
  dueAt: Date | null;
  releasedAt: Date | null;
  releasedByName: string | null;
  reviewedByName: string | null;
  /** What the reviewer said, for the staff alone: '' for a client's people. */
  reviewWords: string;
  /** What the reviewer found, for the staff alone. */
  categories: MessageFault[];
};

/** The detail screen's and REST's view. */
export type Message = MessageCard & { deliveries: DeliveryCard[] };

export const listMessagesInput = z.strictObject({
  clientId: z.uuid().optional(),
  state: z.enum(messageStates).optional(),
  callId: z.uuid().optional(),
  /** For the staff: those in which a reviewer found this. */
  category: z.enum(messageFaults).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const messageIdInput = z.strictObject({ messageId: z.uuid() });
export const releaseMessagesInput = z.strictObject({
  clientId: z.uuid(),
  /** Left out: all that are held for this client or wait for its digest, at most 500 at once. */
  messageIds: z.array(z.uuid()).min(1).max(mostMessagesAtOnce).optional(),
});
export const reviewMessageInput = z.strictObject({
  messageId: z.uuid(),
  verdict: z.enum(['release', 'withhold']),
  /** What is wrong with it; a message may have faults and go all the same. */
  categories: z
    .array(z.enum(messageFaults))
    .max(messageFaults.length)
    .default([])
    .transform((found) => messageFaults.filter((one) => found.includes(one))),
  words: z.string().trim().max(2_000).default(''),
});
