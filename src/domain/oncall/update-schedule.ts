import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import type { Schedule, updateScheduleInput } from './model';
import { canEditSchedules } from './policy';
import { rotationProblems } from './rotation-problems';
import { loadParticipants, lockSchedule } from './schedule-queries';
import { onCallSchedules } from './tables';

/**
 * Counts at once, for running escalations too: they ask the schedule when a step begins.
 * @throws DomainError STALE when somebody changed it since `version`, INVALID as for a new one
 */
export async function updateSchedule(
  actor: Actor,
  { scheduleId, version, ...changes }: z.output<typeof updateScheduleInput>,
): Promise<Schedule> {
  return writeTx(actor, async (tx) => {
    const found = requireFound(await lockSchedule(tx, scheduleId), 'schedule');
    const { nextCheckAt: _, lastOnCall: __, gapsToldUntil: ___, ...present } = found;
    tx.authorize(canEditSchedules(actor, present));
    if (version !== undefined && version !== present.version) {
      throw new DomainError(
        'STALE',
        `“${present.name}” was changed meanwhile: it has version ${present.version}. Load it again.`,
      );
    }
    const rotations = changes.rotations ?? present.rotations;
    const ids = rotations.flatMap(({ contactIds }) => contactIds);
    const known = await loadParticipants(tx, present.clientId, ids);
    const problems = changes.rotations === undefined ? [] : rotationProblems(rotations, known);
    if (problems.length > 0) throw new DomainError('INVALID', 'These rotations cannot be kept so.', problems);
    const schedule: Schedule = {
      ...present,
      name: changes.name ?? present.name,
      timeZone: changes.timeZone ?? present.timeZone,
      isHandoverTold: changes.isHandoverTold ?? present.isHandoverTold,
      rotations,
      version: present.version + 1,
    };
    const { id: ____, clientId, ...row } = schedule;
    await tx.db
      .update(onCallSchedules)
      .set(row)
      .where(within(tx, onCallSchedules, eq(onCallSchedules.id, scheduleId)));
    const isPlanChanged = changes.rotations !== undefined || changes.timeZone !== undefined;
    await recordAudit(tx, 'schedule.updated', schedule, {
      version: schedule.version,
      changed: Object.keys(changes),
    });
    await announceSchedule(tx, { scheduleId, clientId }, isPlanChanged ? null : tx.now);
    return schedule;
  });
}
