import { sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { defaultServiceRules, type ServiceRules } from './model';
import { canReadServiceRules } from './policy';
import { serviceRules } from './tables';

/** What the answering service has laid down for all its clients; the defaults where it has not. */
export async function loadServiceRules(tx: ReadTx): Promise<ServiceRules> {
  const [row] = await tx.db
    .select({
      playbookId: serviceRules.playbookId,
      serviceLevelPercent: serviceRules.serviceLevelPercent,
      serviceLevelSeconds: serviceRules.serviceLevelSeconds,
      abandonedRule: serviceRules.abandonedRule,
      abandonedAfterSeconds: serviceRules.abandonedAfterSeconds,
      billingStepSeconds: serviceRules.billingStepSeconds,
      billingLeastSeconds: serviceRules.billingLeastSeconds,
    })
    .from(serviceRules)
    .where(within(tx, serviceRules));
  return row ?? defaultServiceRules;
}

/**
 * The same for whoever sees figures that are counted by them: a client's people too, for whom the table is behind a wall.
 * The gate answers for the transaction's own answering service alone (drizzle/0027_reports.sql).
 */
export async function loadStatedRules(tx: ReadTx): Promise<ServiceRules> {
  const [row] = await tx.db.execute<ServiceRules>(sql`
    select playbook_id as "playbookId", service_level_percent as "serviceLevelPercent",
      service_level_seconds as "serviceLevelSeconds", abandoned_rule as "abandonedRule",
      abandoned_after_seconds as "abandonedAfterSeconds", billing_step_seconds as "billingStepSeconds",
      billing_least_seconds as "billingLeastSeconds"
    from gate.stated_rules()`);
  return row ?? defaultServiceRules;
}

export async function getServiceRules(actor: Actor): Promise<ServiceRules> {
  requireAllowed(canReadServiceRules(actor));
  return readTx(actor, loadServiceRules);
}
