import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceMessages } from './announce-messages';
import { enqueueMessages } from './enqueue-messages';
import { messageFate } from './message-fate';
import type { MessageCard, reviewMessageInput } from './model';
import { canReviewMessage } from './policy';
import { loadMessages, lockMessages, type MessageRow } from './queries';
import { loadMessageRule } from './rule-queries';
import { messages } from './tables';

type Input = z.output<typeof reviewMessageInput>;

/**
 * The second pair of eyes: lets a message go the way of the client's rule, or withholds it for good and says why; what is
 * wrong with it is kept by kind either way.
 * The same verdict of the same person again changes nothing.
 * @throws DomainError CONFLICT when somebody has decided; INVALID when it is withheld without a word
 */
export async function reviewMessage(actor: Actor, input: Input): Promise<MessageCard> {
  return writeTx(actor, async (tx) => {
    const [row] = await lockMessages(tx, 1, eq(messages.id, input.messageId));
    const message = requireFound(row, 'message');
    tx.authorize(
      canReviewMessage(actor, message),
      message.createdById === actor.id ? 'Somebody else must look at what you wrote yourself.' : undefined,
    );
    if (message.state !== 'in_review') {
      const isRepeated = (message.state === 'withheld') === (input.verdict === 'withhold');
      if (message.reviewedById !== actor.id || !isRepeated) {
        throw new DomainError('CONFLICT', `${message.reviewedByName ?? 'Somebody'} has decided about it.`);
      }
      tx.noteUnrecorded();
      return requireRow((await loadMessages(tx, [message.id]))[0]);
    }
    if (input.verdict === 'withhold' && input.words === '') {
      throw new DomainError('INVALID', 'Say why it is withheld.', [
        { field: 'words', words: 'Say why it is withheld.' },
      ]);
    }
    await tx.db
      .update(messages)
      .set({
        ...(await outcomeOf(tx, message, input)),
        reviewedById: actor.id,
        reviewedByName: actor.name,
        reviewWords: input.words,
        categories: input.categories,
      })
      .where(within(tx, messages, eq(messages.id, message.id)));
    await recordAudit(tx, 'message.reviewed', message, {
      verdict: input.verdict,
      categories: input.categories,
    });
    const [card] = await announceMessages(tx, [message.id]);
    return requireRow(card);
  });
}

async function outcomeOf(tx: WriteTx, message: MessageRow, { verdict }: Input) {
  if (verdict === 'withhold') return { state: 'withheld' as const };
  const rule = await loadMessageRule(tx, message.clientId);
  const fate = messageFate({ ...rule, hasRecipient: rule.recipients.length > 0 }, tx.now);
  if (fate.state !== 'released') return fate;
  return { ...fate, releasedAt: tx.now, releaseId: await enqueueMessages(tx, rule, [message]) };
}
