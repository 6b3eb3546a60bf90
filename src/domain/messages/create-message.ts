import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceMessages } from './announce-messages';
import type { CallLog } from './call-log';
import { enqueueMessages } from './enqueue-messages';
import { messageFate, type MessageFate } from './message-fate';
import { loadMessageRule, type ClientMessageRule } from './rule-queries';
import { messages } from './tables';

/**
 * Makes one part of a call's message, inside the write that closed or corrected the call, and does with it what the
 * client's rule says.
 */
export async function createMessage(
  tx: WriteTx,
  call: { id: string; clientId: string },
  part: number,
  { subject, facts, points }: CallLog,
): Promise<void> {
  const rule = await loadMessageRule(tx, call.clientId);
  const id = newId();
  const message = { id, clientId: call.clientId, callId: call.id, subject, lines: [...facts, ...points] };
  const fate = fateOf(rule, tx.now);
  const isReleased = fate.state === 'released';
  await tx.db.insert(messages).values({
    ...message,
    ...fate,
    organizationId: tx.actor.organizationId,
    part,
    createdAt: tx.now,
    createdById: tx.actor.id,
    createdByName: tx.actor.name,
    releasedAt: isReleased ? tx.now : null,
    releaseId: isReleased ? await enqueueMessages(tx, rule, [message]) : null,
  });
  await recordAudit(tx, 'message.created', message, { part, state: fate.state });
  await announceMessages(tx, [id]);
}

function fateOf({ rule, timeZone, hasMessageReview, recipients }: ClientMessageRule, now: Date): MessageFate {
  if (hasMessageReview) return { state: 'in_review', dueAt: null, heldBecause: null };
  return messageFate({ rule, timeZone, hasRecipient: recipients.length > 0 }, now);
}
