import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, type Problem } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { scheduleIdInput } from '../oncall/model';
import { canEditSchedules } from '../oncall/policy';
import { lockSchedule } from '../oncall/schedule-queries';
import { onCallSchedules } from '../oncall/tables';
import type { Policy } from './model';
import { escalationPolicies } from './tables';

/**
 * Nobody is on call by this schedule any more. Escalations that run and come to a step that names it go straight on.
 * @throws DomainError CONFLICT while a policy of its client names it, with one problem for each step
 */
export async function removeSchedule(
  actor: Actor,
  { scheduleId }: z.output<typeof scheduleIdInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const schedule = requireFound(await lockSchedule(tx, scheduleId), 'schedule');
    tx.authorize(canEditSchedules(actor, schedule));
    const { clientId, name } = schedule;
    const problems = await policySteps(tx, clientId, scheduleId);
    if (problems.length > 0) {
      const words = `The escalation policy still asks “${name}” who is on call. Change the policy first.`;
      throw new DomainError('CONFLICT', words, problems);
    }
    await tx.db
      .update(onCallSchedules)
      .set({ removedAt: tx.now, nextCheckAt: null })
      .where(within(tx, onCallSchedules, eq(onCallSchedules.id, scheduleId)));
    await recordAudit(tx, 'schedule.removed', schedule);
    await appendLiveEvent(tx, 'schedule.changed', clientId, { scheduleId, clientId });
  });
}

async function policySteps(tx: WriteTx, clientId: string, scheduleId: string): Promise<Problem[]> {
  const [row] = await tx.db
    .select({ policy: escalationPolicies.policy, byUrgency: escalationPolicies.byUrgency })
    .from(escalationPolicies)
    .where(within(tx, escalationPolicies, eq(escalationPolicies.clientId, clientId)));
  if (row === undefined) return [];
  const named: [of: string, policy: Policy][] = [
    ['', row.policy],
    ...Object.entries(row.byUrgency).map(([urgency, policy]): [string, Policy] => [
      ` for what is ${urgency}`,
      policy,
    ]),
  ];
  return named.flatMap(([of, policy]) =>
    policy.steps.flatMap(({ targets }, n) =>
      targets.some((target) => target.type === 'schedule' && target.id === scheduleId)
        ? [{ field: 'scheduleId', words: `Step ${n + 1} of the policy${of} names it.` }]
        : [],
    ),
  );
}
