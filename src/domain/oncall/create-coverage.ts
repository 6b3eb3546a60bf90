import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { localMoment } from '../../kernel/local-time';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import { loadCoverages } from './change-queries';
import { shiftProblems, shiftsWithin } from './coverage-shifts';
import type { Coverage, createCoverageInput } from './model';
import { timeProblems } from './override-problems';
import { canEditSchedules } from './policy';
import { loadParticipants, lockSchedule } from './schedule-queries';
import { onCallCoverages } from './tables';

const MOST_AHEAD = 100;

/**
 * Shifts that stand instead of the schedule for a while; a start that has passed means now.
 * @throws DomainError INVALID for shifts outside its time or people who are no contacts, CONFLICT where another coverage
 *   of this schedule overlaps it
 */
export async function createCoverage(
  actor: Actor,
  input: z.output<typeof createCoverageInput>,
): Promise<Coverage> {
  return writeTx(actor, async (tx) => {
    const { scheduleId, note } = input;
    const { clientId, timeZone } = requireFound(await lockSchedule(tx, scheduleId), 'schedule');
    tx.authorize(canEditSchedules(actor, { clientId }));
    const window = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) };
    const asked = input.shifts.map(({ contactId, startsAt, endsAt }) => ({
      contactId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    }));
    const ids = asked.map(({ contactId }) => contactId);
    const problems = [
      ...timeProblems(window, tx.now),
      ...shiftProblems(window, asked, await loadParticipants(tx, clientId, ids)),
    ];
    if (problems.length > 0) throw new DomainError('INVALID', 'This coverage cannot be kept so.', problems);

    const times = { ...window, startsAt: window.startsAt < tx.now ? tx.now : window.startsAt };
    const others = await loadCoverages(tx, scheduleId, tx.now);
    const other = others.find(({ startsAt, endsAt }) => startsAt < times.endsAt && times.startsAt < endsAt);
    if (other !== undefined) {
      const [from, until] = [other.startsAt, other.endsAt].map((at) => localMoment(at, timeZone));
      throw new DomainError(
        'CONFLICT',
        `There is a coverage already from ${from} until ${until}; ${other.createdByName} made it. ` +
          'Cancel that one first, or choose other times.',
        [{ field: 'startsAt', words: `Taken from ${from} until ${until}.` }],
      );
    }
    if (others.length >= MOST_AHEAD) {
      throw new DomainError('CONFLICT', `A schedule has at most ${MOST_AHEAD} coverages ahead.`);
    }
    const coverage: Coverage = {
      id: newId(),
      scheduleId,
      clientId,
      ...times,
      shifts: shiftsWithin(times, asked),
      note,
      createdByName: actor.name,
    };
    await tx.db.insert(onCallCoverages).values({
      ...coverage,
      organizationId: actor.organizationId,
      createdAt: tx.now,
      shifts: coverage.shifts.map(({ contactId, startsAt, endsAt }) => ({
        contactId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    });
    await recordAudit(tx, 'coverage.created', coverage, {
      scheduleId,
      shifts: coverage.shifts.length,
      ...times,
    });
    await announceSchedule(tx, { scheduleId, clientId }, times.startsAt);
    return coverage;
  });
}
