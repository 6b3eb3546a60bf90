import { count, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import type { createScheduleInput, Schedule } from './model';
import { canEditSchedules } from './policy';
import { rotationProblems } from './rotation-problems';
import { loadParticipants, lockClient } from './schedule-queries';
import { onCallSchedules } from './tables';

const MOST_SCHEDULES = 50;

/**
 * Who is on call from now on is told so by the engine.
 * @throws DomainError INVALID for people who are not (or no longer) contacts of this client, and for days that are none;
 *   CONFLICT when the client has 50 schedules
 */
export async function createSchedule(
  actor: Actor,
  input: z.output<typeof createScheduleInput>,
): Promise<Schedule> {
  return writeTx(actor, async (tx) => {
    const { clientId, name, rotations, isHandoverTold } = input;
    tx.authorize(canEditSchedules(actor, { clientId }));
    const client = requireFound(await lockClient(tx, clientId), 'client');
    const ids = rotations.flatMap(({ contactIds }) => contactIds);
    const problems = rotationProblems(rotations, await loadParticipants(tx, clientId, ids));
    if (problems.length > 0) throw new DomainError('INVALID', 'These rotations cannot be kept so.', problems);
    await refuseTooMany(tx, clientId);
    const schedule: Schedule = {
      id: newId(),
      clientId,
      name,
      timeZone: input.timeZone ?? client.timeZone,
      rotations,
      isHandoverTold,
      version: 1,
    };
    const { organizationId } = actor;
    await tx.db.insert(onCallSchedules).values({ ...schedule, organizationId, createdAt: tx.now });
    await recordAudit(tx, 'schedule.created', schedule, { rotations: rotations.length });
    await announceSchedule(tx, { scheduleId: schedule.id, clientId }, null);
    return schedule;
  });
}

async function refuseTooMany(tx: WriteTx, clientId: string): Promise<void> {
  const [row] = await tx.db
    .select({ amount: count() })
    .from(onCallSchedules)
    .where(
      within(tx, onCallSchedules, eq(onCallSchedules.clientId, clientId), isNull(onCallSchedules.removedAt)),
    );
  if ((row?.amount ?? 0) >= MOST_SCHEDULES) {
    throw new DomainError('CONFLICT', `A client has at most ${MOST_SCHEDULES} schedules. Remove one first.`);
  }
}
