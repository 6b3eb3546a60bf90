import { and, eq, isNull, sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import { appendLiveEvent } from '../live/append-live-event';
import { onCallSchedules } from './tables';

/**
 * Tells the screens that who is on call may be somebody else now, and has the engine look at once, inside a larger write.
 * @param scheduleId null: all schedules of the client
 * @param gapsFrom from when on there may be gaps that nobody was told of; null: all of them are told again
 */
export async function announceSchedule(
  tx: WriteTx,
  { scheduleId, clientId }: { scheduleId: string | null; clientId: string },
  gapsFrom: Date | null,
): Promise<void> {
  const gapsToldUntil =
    gapsFrom === null
      ? null
      : sql`case when ${onCallSchedules.gapsToldUntil} is null then null
              else least(${onCallSchedules.gapsToldUntil}, ${gapsFrom.toISOString()}::timestamptz) end`;
  await tx.db
    .update(onCallSchedules)
    .set({ nextCheckAt: tx.now, claimedUntil: null, gapsToldUntil })
    .where(
      within(
        tx,
        onCallSchedules,
        and(eq(onCallSchedules.clientId, clientId), isNull(onCallSchedules.removedAt)),
        scheduleId === null ? undefined : eq(onCallSchedules.id, scheduleId),
      ),
    );
  await appendLiveEvent(tx, 'schedule.changed', clientId, { scheduleId, clientId });
  await wakeEngine(tx);
}
