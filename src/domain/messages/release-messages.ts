import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceMessages } from './announce-messages';
import { enqueueMessages } from './enqueue-messages';
import { mostMessagesAtOnce, type releaseMessagesInput } from './model';
import { canReleaseMessages } from './policy';
import { lockMessages, type MessageRow } from './queries';
import { loadMessageRule } from './rule-queries';
import { messages } from './tables';

type Input = z.output<typeof releaseMessagesInput>;

/**
 * Lets go what is held for a client or waits for its digest: these messages, or all of them, at most 500 at once. By the
 * staff it is sent to the contacts of the client's rule, if there are any (else it was read out); when the client's
 * people check in they have read it, so nothing is sent. What was released before stays as it is.
 * @throws DomainError CONFLICT for a message that is under review or was withheld; NOT_FOUND when one is not this client's
 */
export async function releaseMessages(actor: Actor, input: Input): Promise<{ released: number }> {
  return writeTx(actor, async (tx) => {
    const { clientId } = input;
    const rule = await loadMessageRule(tx, clientId);
    tx.authorize(canReleaseMessages(actor, { clientId }));
    const rows = await lockReleasable(tx, input);
    if (rows.length === 0) {
      tx.noteUnrecorded();
      return { released: 0 };
    }
    const ids = rows.map(({ id }) => id);
    const isCheckIn = actor.clientId !== null;
    await tx.db
      .update(messages)
      .set({
        state: 'released',
        releasedAt: tx.now,
        releasedByName: actor.name,
        releaseId: isCheckIn ? null : await enqueueMessages(tx, rule, rows),
        heldBecause: null,
        dueAt: null,
        claimedUntil: null,
      })
      .where(within(tx, messages, inArray(messages.id, ids)));
    await recordAudit(tx, 'message.released', { id: clientId, clientId }, { messageIds: ids, isCheckIn });
    await announceMessages(tx, ids);
    return { released: rows.length };
  });
}

async function lockReleasable(tx: WriteTx, { clientId, messageIds }: Input): Promise<MessageRow[]> {
  const isTheirs = eq(messages.clientId, clientId);
  if (messageIds === undefined) {
    return lockMessages(tx, mostMessagesAtOnce, isTheirs, inArray(messages.state, ['held', 'waiting']));
  }
  const found = await lockMessages(tx, mostMessagesAtOnce, isTheirs, inArray(messages.id, messageIds));
  const isHidden = (message: MessageRow) => tx.actor.clientId !== null && isUnderReview(message);
  for (const id of messageIds) {
    const message = requireFound(
      found.find((one) => one.id === id && !isHidden(one)),
      'message',
    );
    if (!isUnderReview(message)) continue;
    throw new DomainError(
      'CONFLICT',
      message.state === 'withheld'
        ? 'This message was withheld by its reviewer.'
        : 'A second pair of eyes looks at this message first.',
    );
  }
  return found.filter(({ state }) => state !== 'released');
}

const isUnderReview = ({ state }: MessageRow) => state === 'in_review' || state === 'withheld';
