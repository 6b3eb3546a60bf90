import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { z } from 'zod';
import { database } from '../db/client';
import { engineActor } from '../db/gate';
import { findReplyPhone, stopPhone } from '../db/reply-gate';
import { addCallerReply } from '../domain/followups/add-caller-reply';
import { recordReply, type Reply } from '../domain/notifications/record-reply';
import { replyWords } from '../domain/notifications/reply-words';
import type { OrganizationId } from '../kernel/ids';
import { toE164 } from '../kernel/phone';
import { answerReply } from './carrier-reply';

/** Twilio adds fields as it likes, so unknown ones are passed over here. */
const form = z.object({
  MessageSid: z.string().min(1).max(200),
  From: z.string().max(64).default(''),
  Body: z.string().max(10_000).default(''),
});

/** Two programs that answer each other would never stop: after so many answers within a quarter of an hour, silence. */
const MOST_ANSWERS = 6;

/**
 * One text message from outside.
 * @param organizationId whose messages it can mean; null: everybody's
 * @returns TwiML: the answer, or nothing. A number that nobody here ever wrote to gets nothing.
 */
export async function answerText(
  fields: Record<string, string>,
  organizationId: OrganizationId | null,
): Promise<string> {
  const { MessageSid: providerId, From: from, Body: text } = form.parse(fields);
  const phone = toE164(from);
  const answer = phone === null ? null : await take({ providerId, phone, text, organizationId });
  const twiml = new MessagingResponse();
  if (answer !== null) twiml.message(answer);
  return twiml.toString();
}

type Text = { providerId: string; phone: string; text: string; organizationId: OrganizationId | null };

async function take({ providerId, phone, text, organizationId }: Text): Promise<string | null> {
  const { sql } = database();
  const known = await findReplyPhone(sql, phone, providerId, organizationId);
  if (known === null) return null;
  if (known.before !== null) return known.before.answer;
  const keep = (to: OrganizationId, reply: Pick<Reply, 'outcome' | 'answer'> & Partial<Reply>) => {
    const unknown = { clientId: null, deliveryId: null, causeId: null };
    return recordReply(engineActor(to), { ...unknown, ...reply, providerId, fromAddress: phone, text });
  };
  const words = replyWords(text);
  if (words.kind === 'stop' || words.kind === 'start') {
    // The carrier answers these itself.
    const isStopped = words.kind === 'stop';
    const concerned = await stopPhone(sql, phone, isStopped, organizationId);
    const outcome = isStopped ? 'stopped' : 'started';
    for (const one of new Set([known.organizationId, ...concerned]))
      await keep(one, { outcome, answer: null });
    return null;
  }
  const reply = await answerReply(words, phone, known.organizationId, organizationId);
  const answer = known.answers < MOST_ANSWERS ? reply.answer : null;
  if (reply.outcome === 'caller' && reply.about.causeId !== null) {
    await addCallerReply(engineActor(reply.organizationId), { updateId: reply.about.causeId, text });
  }
  return keep(reply.organizationId, { ...reply.about, outcome: reply.outcome, answer });
}
