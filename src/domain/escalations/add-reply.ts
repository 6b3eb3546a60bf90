import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { loadBundle } from '../notifications/queries';
import { inboundMessages } from '../notifications/tables';
import { announceEscalation } from './announce-escalation';
import { canAddReply } from './policy';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/**
 * One answer by e-mail. `providerId`: its Message-ID. `outcome`: what it was taken for. `words`: what the timelines are to
 * say of it; null: they say enough already.
 */
type Reply = {
  providerId: string;
  fromAddress: string;
  text: string;
  outcome: string;
  words: string | null;
};

/** What one answer is written under; a mail that carried more told of them by number. */
const MOST_TIMELINES = 100;

/**
 * Keeps what somebody answered, once: on record, and where it says something, in the timelines of whatever the mail was
 * about. The actor is the link that came with the mail.
 */
export async function addReply(actor: Actor, reply: Reply): Promise<void> {
  await writeTx(actor, async (tx) => {
    const origins = await loadBundle(tx, actor.id);
    const [carrier] = origins;
    tx.authorize(canAddReply(actor, { isAboutThis: carrier !== undefined }));
    if (carrier === undefined) return;
    const { words, ...kept } = reply;
    const entered = await tx.db
      .insert(inboundMessages)
      .values({
        ...kept,
        organizationId: actor.organizationId,
        id: newId(),
        clientId: actor.clientId,
        channel: 'email',
        deliveryId: actor.id,
        causeId: carrier.causeId,
        answer: null,
        at: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: inboundMessages.id });
    if (entered.length === 0) {
      tx.noteUnrecorded();
      return;
    }
    const subject = { id: carrier.causeId, clientId: actor.clientId };
    await recordAudit(tx, 'escalation.replied', subject, { outcome: reply.outcome });
    if (words === null) return;
    const escalationIds = [...new Set(origins.map(({ causeId }) => causeId))].slice(0, MOST_TIMELINES);
    // In one order always, so that two answers never wait for each other.
    for (const escalationId of escalationIds.sort()) {
      const escalation = await lockEscalation(tx, escalationId);
      if (escalation === undefined) continue;
      await recordTimeline(tx, escalation, 'replied', words);
      await announceEscalation(tx, escalationId);
    }
  });
}
