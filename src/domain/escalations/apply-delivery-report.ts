import { and, count, eq, inArray, ne } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { recipientWords } from '../notifications/channel-words';
import { isCallerMessage } from '../notifications/message-kind';
import type { CallerMessage, DeliveryReport } from '../notifications/model';
import { reportFate } from '../notifications/report-fate';
import { attempts, deliveries } from '../notifications/tables';
import { loadSettlingEscalations } from '../updates/update-queries';
import { announceEscalation } from './announce-escalation';
import { markCallers, type CallerFate } from './mark-callers';
import { markMethods } from './mark-methods';
import { moveOnIfHopeless } from './move-on-if-hopeless';
import { pullForward } from './pull-forward';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';
import type { escalations } from './tables';

type Delivery = typeof deliveries.$inferSelect;
type Escalation = typeof escalations.$inferSelect;
type Report = NonNullable<(typeof attempts.$inferSelect)['report']>;

/** Of two reports the later rank stands: what was delivered once is delivered. */
const RANKS: Record<Report, number> = { failed: 1, failed_final: 2, delivered: 3 };

/**
 * Enters a provider's report about one message, inside a larger write. What comes before the hand-over is finished is
 * kept with the attempt, and counts when it is (see finish-attempt.ts). A failure counts of the latest attempt alone.
 */
export async function applyDeliveryReport(
  tx: WriteTx,
  { deliveryId, attemptId, report }: { deliveryId: string; attemptId: string; report: DeliveryReport },
): Promise<void> {
  const isDelivery = within(tx, deliveries, eq(deliveries.id, deliveryId));
  const [found] = await tx.db.select().from(deliveries).where(isDelivery);
  if (found === undefined) return;
  // As when an attempt is finished: the escalation is locked first, then the attempt, then the delivery.
  const escalation = found.cause === 'escalation' ? await lockEscalation(tx, found.causeId) : undefined;
  if (found.cause === 'caller') await lockSettling(tx, found.causeId);
  const attempt = await enterReport(tx, deliveryId, attemptId, report);
  if (attempt === null || attempt.state === 'sending') return;
  const [delivery = found] = await tx.db.select().from(deliveries).where(isDelivery).for('update');

  const isWanted = escalation === undefined || ['open', 'unanswered'].includes(escalation.state);
  const failedBefore = await countFailed(tx, deliveryId, attemptId);
  const fate = reportFate(report, { failedBefore, isWanted, now: tx.now });
  if (fate.kind === 'delivered') return arrive(tx, delivery, escalation);
  const words = report.kind === 'failed' ? report.words : '';
  // One that is to be tried again anyway is given up only by a failure for good.
  const isOpen =
    delivery.state === 'sent' || (delivery.state === 'failed_temporary' && fate.kind === 'failed');
  if (!isOpen || attempt.number !== delivery.attempts) return;
  await fail(tx, delivery, escalation, words, fate.kind === 'retry' ? fate.at : null);
}

/** The escalation that settled a caller's matter is held first, as every other. */
async function lockSettling(tx: WriteTx, updateId: string): Promise<void> {
  for (const id of await loadSettlingEscalations(tx, [updateId])) await lockEscalation(tx, id);
}

function callerFate(
  { causeId: updateId, cycle, step, message }: Delivery & { message: CallerMessage },
  failure: string | null,
  sentAt: Date | null,
): CallerFate {
  return { updateId, cycle, step, words: message.words, failure, sentAt };
}

/** @returns the attempt; null when there is none, or this was known of it, or better */
async function enterReport(tx: WriteTx, deliveryId: string, attemptId: string, report: DeliveryReport) {
  const isAttempt = within(tx, attempts, eq(attempts.id, attemptId), eq(attempts.deliveryId, deliveryId));
  const [attempt] = await tx.db.select().from(attempts).where(isAttempt).for('update');
  if (attempt === undefined) return null;
  const kind = report.kind === 'delivered' ? 'delivered' : report.isFinal ? 'failed_final' : 'failed';
  if (attempt.report !== null && RANKS[attempt.report] >= RANKS[kind]) return null;
  const reportWords = report.kind === 'failed' ? report.words : null;
  await tx.db.update(attempts).set({ report: kind, reportWords, reportedAt: tx.now }).where(isAttempt);
  return attempt;
}

async function countFailed(tx: WriteTx, deliveryId: string, exceptAttemptId: string): Promise<number> {
  const isOther = and(eq(attempts.deliveryId, deliveryId), ne(attempts.id, exceptAttemptId));
  const [row] = await tx.db
    .select({ failed: count() })
    .from(attempts)
    .where(within(tx, attempts, isOther, inArray(attempts.report, ['failed', 'failed_final'])));
  return row?.failed ?? 0;
}

async function arrive(tx: WriteTx, delivery: Delivery, escalation: Escalation | undefined): Promise<void> {
  if (delivery.state === 'delivered') return;
  await tx.db
    .update(deliveries)
    .set({
      state: 'delivered',
      failure: null,
      waitsFor: null,
      nextAttemptAt: null,
      claimedUntil: null,
      sendingUntil: null,
      sentAt: delivery.sentAt ?? tx.now,
      deliveredAt: tx.now,
    })
    .where(within(tx, deliveries, eq(deliveries.id, delivery.id)));
  await markMethods(tx, [{ own: delivery, settled: { state: 'delivered', failure: null } }]);
  if (isCallerMessage(delivery))
    await markCallers(tx, [callerFate(delivery, null, delivery.sentAt ?? tx.now)]);
  if (escalation === undefined) return;
  await recordTimeline(tx, escalation, 'delivered', `Delivered to ${recipientWords(delivery)}`);
  await announceEscalation(tx, escalation.id);
}

async function fail(
  tx: WriteTx,
  delivery: Delivery,
  escalation: Escalation | undefined,
  words: string,
  retryAt: Date | null,
): Promise<void> {
  const state = retryAt === null ? 'failed_permanent' : 'failed_temporary';
  await tx.db
    .update(deliveries)
    .set({ state, failure: words, nextAttemptAt: retryAt, claimedUntil: null })
    .where(within(tx, deliveries, eq(deliveries.id, delivery.id)));
  await markMethods(tx, [{ own: delivery, settled: { state, failure: words } }]);
  await wakeEngine(tx);
  if (isCallerMessage(delivery) && retryAt === null)
    await markCallers(tx, [callerFate(delivery, words, null)]);
  if (escalation === undefined) return;
  const again = retryAt === null ? '' : ' It will be tried again.';
  await recordTimeline(
    tx,
    escalation,
    'failed',
    `Could not reach ${recipientWords(delivery)}: ${words}${again}`,
  );
  if (retryAt === null) {
    await pullForward(tx, delivery);
    const isPresentStep = delivery.cycle === escalation.cycle && delivery.step === escalation.step;
    if (isPresentStep) await moveOnIfHopeless(tx, escalation);
  }
  await announceEscalation(tx, escalation.id);
}
