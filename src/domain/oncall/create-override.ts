import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { localMoment } from '../../kernel/local-time';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import { loadOverrides } from './change-queries';
import type { createOverrideInput, Override } from './model';
import { overrideConflict } from './override-conflict';
import { peopleProblems, timeProblems } from './override-problems';
import { canEditSchedules } from './policy';
import { loadOnCallPeople, loadParticipants, lockSchedule } from './schedule-queries';
import { onCallOverrides } from './tables';

const MOST_AHEAD = 200;

/**
 * A change for a while; a start that has passed means now. The schedule is held meanwhile, so that of two conflicting ones
 * at the same instant one is refused.
 * @throws DomainError INVALID for times or people that do not fit, CONFLICT where another override of this schedule says
 *   something about the same person at the same time
 */
export async function createOverride(
  actor: Actor,
  input: z.output<typeof createOverrideInput>,
): Promise<Override> {
  return writeTx(actor, async (tx) => {
    const { scheduleId, kind, note } = input;
    const schedule = requireFound(await lockSchedule(tx, scheduleId), 'schedule');
    const { clientId, timeZone } = schedule;
    tx.authorize(canEditSchedules(actor, schedule));
    const asked = new Date(input.startsAt);
    const times = { startsAt: asked < tx.now ? tx.now : asked, endsAt: new Date(input.endsAt) };
    const named = [input.contactId, input.replacedContactId].flatMap((id) => id ?? []);
    const problems = [
      ...timeProblems({ startsAt: asked, endsAt: times.endsAt }, tx.now),
      ...peopleProblems(input, await loadParticipants(tx, clientId, named)),
    ];
    if (problems.length > 0) throw new DomainError('INVALID', 'This override cannot be kept so.', problems);

    const override: Override = {
      id: newId(),
      scheduleId,
      clientId,
      kind,
      contactId: input.contactId ?? null,
      replacedContactId: input.replacedContactId ?? null,
      ...times,
      note,
      createdByName: actor.name,
    };
    const others = await loadOverrides(tx, scheduleId, tx.now);
    const other = overrideConflict(override, others);
    if (other !== undefined) throw await conflictOf(tx, other, timeZone);
    if (others.length >= MOST_AHEAD) {
      throw new DomainError('CONFLICT', `A schedule has at most ${MOST_AHEAD} overrides ahead.`);
    }
    const { organizationId } = actor;
    await tx.db.insert(onCallOverrides).values({ ...override, organizationId, createdAt: tx.now });
    await recordAudit(tx, 'override.created', override, { scheduleId, kind, ...times });
    await announceSchedule(tx, { scheduleId, clientId }, times.startsAt);
    return override;
  });
}

async function conflictOf(tx: WriteTx, other: Override, timeZone: string): Promise<DomainError> {
  const people = await loadOnCallPeople(
    tx,
    [other.contactId, other.replacedContactId].flatMap((id) => id ?? []),
  );
  const nameOf = (id: string | null) => (id === null ? '' : (people.get(id)?.name ?? 'somebody'));
  const says = {
    add: `${nameOf(other.contactId)} is on call besides`,
    remove: `${nameOf(other.replacedContactId)} is not on call`,
    replace: `${nameOf(other.contactId)} stands in for ${nameOf(other.replacedContactId)}`,
  }[other.kind];
  const [from, until] = [other.startsAt, other.endsAt].map((at) => localMoment(at, timeZone));
  return new DomainError(
    'CONFLICT',
    `Another override says already: ${says} from ${from} until ${until}; ${other.createdByName} made it. ` +
      'Cancel that one first, or choose other times.',
    [{ field: 'startsAt', words: `Taken from ${from} until ${until}.` }],
  );
}
