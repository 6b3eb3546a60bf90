import { and, eq, inArray, lte, or } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recipientWords } from '../notifications/channel-words';
import { closeInterrupted } from '../notifications/close-interrupted';
import { isCallerMessage } from '../notifications/message-kind';
import { deliveries } from '../notifications/tables';
import { loadSettlingEscalations } from '../updates/update-queries';
import { announceEscalation } from './announce-escalation';
import { markCallers } from './mark-callers';
import { moveOnIfHopeless } from './move-on-if-hopeless';
import { canAdvanceEscalation } from './policy';
import { pullForward } from './pull-forward';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/**
 * A message that must not go any more: its recipient was removed, or answered STOP, after it was enqueued. Another way to
 * the same person is due at once, and when there is none for anybody, the next step begins.
 */
export async function skipDelivery(
  actor: Actor,
  { deliveryId, words }: { deliveryId: string; words: string },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canAdvanceEscalation(actor));
    tx.noteUnrecorded();
    const isDelivery = within(tx, deliveries, eq(deliveries.id, deliveryId));
    const [found] = await tx.db.select().from(deliveries).where(isDelivery);
    const { cause, causeId } = requireFound(found, 'message');
    const [settlingId] = cause === 'caller' ? await loadSettlingEscalations(tx, [causeId]) : [];
    const escalationId = cause === 'escalation' ? causeId : settlingId;
    const locked = escalationId === undefined ? undefined : await lockEscalation(tx, escalationId);
    const escalation = cause === 'escalation' ? locked : undefined;
    const isLost = and(eq(deliveries.state, 'sending'), lte(deliveries.sendingUntil, tx.now));
    const [skipped] = await tx.db
      .update(deliveries)
      .set({
        state: 'skipped',
        failure: words,
        nextAttemptAt: null,
        claimedUntil: null,
        sendingUntil: null,
        waitsFor: null,
      })
      .where(and(isDelivery, or(inArray(deliveries.state, ['pending', 'failed_temporary']), isLost)))
      .returning();
    if (skipped === undefined) return;
    await closeInterrupted(tx, [deliveryId]);
    if (isCallerMessage(skipped)) {
      const { cycle, step, message } = skipped;
      const fate = { updateId: causeId, cycle, step, words: message.words, failure: words, sentAt: null };
      await markCallers(tx, [fate]);
    }
    if (escalation === undefined) return;
    const line = `Not sent to ${recipientWords(skipped)}: ${words}`;
    await recordTimeline(tx, escalation, 'failed', line);
    await pullForward(tx, skipped);
    const isPresentStep = skipped.cycle === escalation.cycle && skipped.step === escalation.step;
    if (isPresentStep) await moveOnIfHopeless(tx, escalation);
    await announceEscalation(tx, escalation.id);
  });
}
