import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import type { ServiceRules, setServiceRulesInput } from '../tenancy/model';
import { canSetServiceRules } from '../tenancy/policy';
import { serviceRules } from '../tenancy/tables';
import { requireOffered } from './queries';

/**
 * What the answering service lays down for all its clients. (It stands here because it names a playbook, which
 * tenancy cannot see.)
 * @throws DomainError INVALID for a playbook that is not offered
 */
export async function setServiceRules(
  actor: Actor,
  rules: z.output<typeof setServiceRulesInput>,
): Promise<ServiceRules> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSetServiceRules(actor));
    const { organizationId } = actor;
    await requireOffered(tx, rules.playbookId, 'share');
    const row = { ...rules, changedAt: tx.now };
    await tx.db
      .insert(serviceRules)
      .values({ organizationId, ...row })
      .onConflictDoUpdate({ target: serviceRules.organizationId, set: row });
    await recordAudit(tx, 'serviceRules.set', { id: organizationId, clientId: null }, rules);
    return rules;
  });
}
