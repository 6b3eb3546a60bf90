import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { loadContacts } from '../contacts/queries';
import { requireClient } from '../tenancy/queries';
import type { Policy, setPolicyInput } from './model';
import { canSetPolicy } from './policy';
import { escalationPolicies } from './tables';

/**
 * Replaces a client's policy. Escalations that run keep the one they began with.
 * @throws DomainError INVALID for a contact who is not (or no longer) one of this client's
 */
export async function setPolicy(
  actor: Actor,
  { clientId, ...policy }: z.output<typeof setPolicyInput>,
): Promise<Policy> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSetPolicy(actor, { clientId }));
    await requireClient(tx, clientId);
    const targets = policy.steps.flatMap((step) => step.targets);
    const ids = targets.flatMap((target) => (target.type === 'contact' ? [target.id] : []));
    const known = await loadContacts(tx, ids);
    const isUnknown = (id: string) =>
      !known.some((contact) => contact.id === id && contact.clientId === clientId);
    const problems = policy.steps.flatMap((step, n) =>
      step.targets.some((target) => target.type === 'contact' && isUnknown(target.id))
        ? [{ field: `steps.${n}.targets`, words: 'Choose contacts of this client.' }]
        : [],
    );
    if (problems.length > 0)
      throw new DomainError('INVALID', 'A step names somebody who is no contact.', problems);
    const row = { policy, updatedAt: tx.now, updatedByName: actor.name };
    await tx.db
      .insert(escalationPolicies)
      .values({ organizationId: actor.organizationId, clientId, ...row })
      .onConflictDoUpdate({
        target: [escalationPolicies.organizationId, escalationPolicies.clientId],
        set: row,
      });
    await recordAudit(tx, 'policy.set', { id: clientId, clientId }, { steps: policy.steps.length });
    return policy;
  });
}
