import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import type { EscalationMessage } from '../notifications/model';
import { deliveries } from '../notifications/tables';
import type { Place } from './next-step';
import type { PlanMessage } from './plan-step';
import type { escalations } from './tables';

type EscalationRow = typeof escalations.$inferSelect;

/**
 * Enqueues a step's messages. Where an earlier step of the same run still has one to send to the same method, that one
 * comes along instead of a second: it belongs to this step from now on, and is due at the earlier of both times.
 */
export async function enqueueStep(
  tx: WriteTx,
  escalation: EscalationRow,
  place: Place,
  messages: readonly PlanMessage[],
  message: EscalationMessage,
): Promise<void> {
  const adopted = escalation.step === 0 ? new Set() : await adoptWaiting(tx, escalation, place, messages);
  const recipients = messages
    .filter(({ methodId }) => !adopted.has(methodId))
    .map(({ methodId, recipientId, name, channel, address, at, waitsFor }) => ({
      methodId,
      recipientId,
      name,
      channel,
      address,
      sendAt: at,
      waitsFor,
    }));
  const { id, clientId } = escalation;
  await enqueueDelivery(tx, { id, clientId, ...place }, recipients, message);
}

/** @returns the methods whose waiting message belongs to the step now */
async function adoptWaiting(
  tx: WriteTx,
  { id, runFromCycle }: EscalationRow,
  place: Place,
  messages: readonly PlanMessage[],
): Promise<Set<string>> {
  const isWaiting = and(
    eq(deliveries.causeId, id),
    eq(deliveries.cause, 'escalation'),
    gte(deliveries.cycle, runFromCycle),
    inArray(deliveries.state, ['pending', 'failed_temporary']),
    isNull(deliveries.setAsideAt),
  );
  const methodIds = messages.map(({ methodId }) => methodId);
  const waiting = await tx.db
    .select({ id: deliveries.id, methodId: deliveries.methodId, nextAttemptAt: deliveries.nextAttemptAt })
    .from(deliveries)
    .where(within(tx, deliveries, isWaiting, inArray(deliveries.methodId, methodIds)))
    .orderBy(deliveries.id)
    .limit(500)
    .for('update', { skipLocked: true });
  const adopted = new Set<string>();
  for (const row of waiting) {
    const planned = messages.find(({ methodId }) => methodId === row.methodId);
    if (planned === undefined || row.nextAttemptAt === null || adopted.has(row.methodId)) continue;
    adopted.add(row.methodId);
    const isSooner = planned.at < row.nextAttemptAt;
    await tx.db
      .update(deliveries)
      .set({
        ...place,
        ...(isSooner && { nextAttemptAt: planned.at, waitsFor: planned.waitsFor, claimedUntil: null }),
      })
      .where(within(tx, deliveries, eq(deliveries.id, row.id)));
  }
  return adopted;
}
