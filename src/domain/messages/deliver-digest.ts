import { eq, inArray, lte } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import { announceMessages } from './announce-messages';
import { enqueueMessages } from './enqueue-messages';
import { mostMessagesAtOnce } from './model';
import { canDeliverDigests } from './policy';
import { lockMessages } from './queries';
import { loadMessageRule } from './rule-queries';
import { messages } from './tables';

/**
 * The digest of one client: all messages that are due, in one e-mail to each contact, released in the same transaction.
 * Asked too early or twice: nothing. Where nobody has an e-mail address any more they are held, and say so.
 */
export async function deliverDigest(actor: Actor, clientId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canDeliverDigests(actor));
    tx.noteUnrecorded();
    const due = await lockMessages(
      tx,
      mostMessagesAtOnce,
      eq(messages.clientId, clientId),
      eq(messages.state, 'waiting'),
      lte(messages.dueAt, tx.now),
    );
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    const releaseId = await enqueueMessages(tx, await loadMessageRule(tx, clientId), due);
    await tx.db
      .update(messages)
      .set({
        claimedUntil: null,
        ...(releaseId === null
          ? { state: 'held', heldBecause: 'no_contact', dueAt: null }
          : { state: 'released', releasedAt: tx.now, releaseId }),
      })
      .where(within(tx, messages, inArray(messages.id, ids)));
    const action = releaseId === null ? 'message.held' : 'message.released';
    await recordAudit(tx, action, { id: clientId, clientId }, { messageIds: ids });
    await announceMessages(tx, ids);
  });
}
