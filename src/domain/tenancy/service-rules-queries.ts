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
    })
    .from(serviceRules)
    .where(within(tx, serviceRules));
  return row ?? defaultServiceRules;
}

export async function getServiceRules(actor: Actor): Promise<ServiceRules> {
  requireAllowed(canReadServiceRules(actor));
  return readTx(actor, loadServiceRules);
}
