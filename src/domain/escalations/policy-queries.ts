import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound, type Problem } from '../../kernel/errors';
import { loadCallCard } from '../calls/queries';
import type { Urgency } from '../calls/model';
import { loadContacts } from '../contacts/queries';
import { onCallSchedules } from '../oncall/tables';
import { findActiveMember, requireClient } from '../tenancy/queries';
import { defaultPolicy } from './default-policy';
import type {
  dryRunInput,
  EscalationPlan,
  Policy,
  policyOfInput,
  previewEscalationInput,
  StepTarget,
} from './model';
import { loadPolicyPeople } from './people-queries';
import { planPolicy } from './plan-policy';
import { canStartEscalation } from './policy';
import { escalationPolicies } from './tables';

export type StoredPolicies = { policy: Policy; byUrgency: Partial<Record<Urgency, Policy>> };

/** All policies of a client; undefined: none was ever set. */
export async function loadPolicies(tx: ReadTx, clientId: string): Promise<StoredPolicies | undefined> {
  const [row] = await tx.db
    .select({ policy: escalationPolicies.policy, byUrgency: escalationPolicies.byUrgency })
    .from(escalationPolicies)
    .where(within(tx, escalationPolicies, eq(escalationPolicies.clientId, clientId)));
  return row;
}

/** What an escalation of that urgency goes by: the urgency's own policy, else the client's, else the account managers. */
export async function loadPolicyOrDefault(
  tx: ReadTx,
  clientId: string | null,
  urgency: Urgency,
): Promise<Policy> {
  const stored = clientId === null ? undefined : await loadPolicies(tx, clientId);
  return stored?.byUrgency[urgency] ?? stored?.policy ?? defaultPolicy();
}

/** The client's policy, or with an urgency that urgency's own; null: there is none. */
export async function getPolicy(
  actor: Actor,
  { clientId, urgency }: z.output<typeof policyOfInput>,
): Promise<Policy | null> {
  return readTx(actor, async (tx) => {
    await requireClient(tx, clientId);
    const stored = await loadPolicies(tx, clientId);
    return (urgency === undefined ? stored?.policy : stored?.byUrgency[urgency]) ?? null;
  });
}

/** Who would be told, and when, if an escalation of the client began at an instant; by a policy that is not saved, too. */
export async function dryRunPolicy(
  actor: Actor,
  { clientId, urgency, at, policy }: z.output<typeof dryRunInput>,
): Promise<EscalationPlan> {
  return readTx(actor, async (tx, clock) => {
    await requireClient(tx, clientId);
    const begins = at === undefined ? await clock() : new Date(at);
    const meant = policy ?? (await loadPolicyOrDefault(tx, clientId, urgency));
    return planPolicy(meant, await loadPolicyPeople(tx, clientId, meant, begins), begins, urgency);
  });
}

/** Who would be told in the first cycle if it began now. */
export async function previewEscalation(
  actor: Actor,
  { callId, urgency = 'urgent', ...input }: z.output<typeof previewEscalationInput>,
): Promise<EscalationPlan> {
  requireAllowed(canStartEscalation(actor));
  return readTx(actor, async (tx, clock) => {
    let clientId = input.clientId ?? null;
    if (clientId !== null) await requireClient(tx, clientId);
    if (callId !== undefined) clientId = requireFound(await loadCallCard(tx, callId), 'call').clientId;
    return loadFirstCycle(tx, clientId, urgency, await clock());
  });
}

/** A client's policy from its first step to its last, begun at `at`. */
export async function loadFirstCycle(
  tx: ReadTx,
  clientId: string | null,
  urgency: Urgency,
  at: Date,
): Promise<EscalationPlan> {
  const policy = { ...(await loadPolicyOrDefault(tx, clientId, urgency)), cycles: 1 };
  return planPolicy(policy, await loadPolicyPeople(tx, clientId, policy, at), at, urgency);
}

/**
 * What a policy names that is not, or no longer, the client's, step by step. An account manager may be named by staff;
 * a client's people, who do not see them, may keep the one who stands there.
 */
export async function findPolicyProblems(
  tx: ReadTx,
  clientId: string,
  { steps }: Pick<Policy, 'steps'>,
  kept: readonly StepTarget[],
): Promise<Problem[]> {
  const targets = steps.flatMap((step) => step.targets);
  const idsOf = (type: StepTarget['type']) => [
    ...new Set(
      targets.flatMap((target) => (target.type === type && 'id' in target ? (target.id ?? []) : [])),
    ),
  ];
  const contacts = await loadContacts(tx, idsOf('contact'));
  const known = new Set([
    ...contacts.filter((contact) => contact.clientId === clientId).map(({ id }) => id),
    ...(await loadScheduleIds(tx, clientId, idsOf('schedule'))),
    ...kept.flatMap((target) => (target.type === 'account_manager' ? (target.id ?? []) : [])),
  ]);
  for (const id of idsOf('account_manager')) {
    if ((await findActiveMember(tx, id))?.role === 'account_manager') known.add(id);
  }
  const isUnknown = (target: StepTarget) =>
    'id' in target && target.id !== undefined && !known.has(target.id);
  return steps.flatMap((step, n) => {
    const types = new Set(step.targets.filter(isUnknown).map(({ type }) => type));
    return [...types].map((type) => ({ field: `steps.${n}.targets`, words: choiceWords[type] }));
  });
}

const choiceWords: Record<StepTarget['type'], string> = {
  contact: 'Choose contacts of this client.',
  schedule: 'Choose schedules of this client.',
  account_manager: 'Choose somebody who is an account manager.',
  everyone: 'Choose contacts of this client.',
};

async function loadScheduleIds(tx: ReadTx, clientId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ id: onCallSchedules.id })
    .from(onCallSchedules)
    .where(
      within(
        tx,
        onCallSchedules,
        and(eq(onCallSchedules.clientId, clientId), isNull(onCallSchedules.removedAt)),
        inArray(onCallSchedules.id, [...ids]),
      ),
    );
  return rows.map(({ id }) => id);
}
