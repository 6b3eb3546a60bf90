import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import { defaultPolicy } from './default-policy';
import type { Policy, setPolicyInput } from './model';
import { canSetPolicy } from './policy';
import { findPolicyProblems, loadPolicies } from './policy-queries';
import { escalationPolicies } from './tables';

/**
 * Replaces a client's policy, or the one for an urgency alone. Escalations that run keep the one they began with.
 * @throws DomainError INVALID, step by step, for a contact or schedule that is not (or no longer) this client's
 */
export async function setPolicy(
  actor: Actor,
  { clientId, urgency, ...policy }: z.output<typeof setPolicyInput>,
): Promise<Policy> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSetPolicy(actor, { clientId }));
    await requireClient(tx, clientId);
    const stored = await loadPolicies(tx, clientId);
    const own = urgency === undefined ? stored?.policy : stored?.byUrgency[urgency];
    const kept = own?.steps.flatMap((step) => step.targets) ?? [];
    const problems = await findPolicyProblems(tx, clientId, policy, kept);
    if (problems.length > 0) {
      throw new DomainError('INVALID', 'A step names somebody who is not there for this client.', problems);
    }
    const byUrgency = urgency === undefined ? {} : { [urgency]: policy };
    const change = {
      ...(urgency === undefined && { policy }),
      byUrgency: sql`${escalationPolicies.byUrgency} || ${JSON.stringify(byUrgency)}::jsonb`,
      updatedAt: tx.now,
      updatedByName: actor.name,
    };
    await tx.db
      .insert(escalationPolicies)
      .values({
        organizationId: actor.organizationId,
        clientId,
        // The others go by what holds for a client without a policy.
        policy: urgency === undefined ? policy : defaultPolicy(),
        byUrgency,
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .onConflictDoUpdate({
        target: [escalationPolicies.organizationId, escalationPolicies.clientId],
        set: change,
      });
    await recordAudit(tx, 'policy.set', { id: clientId, clientId }, { steps: policy.steps.length, urgency });
    return policy;
  });
}
