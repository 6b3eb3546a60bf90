import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { clients } from '../clients/tables';
import { escalations } from '../escalations/tables';
import { memberships } from '../tenancy/tables';
import type { Reviewed } from './record-reviews';

/** Who of the staff began an escalation; programs begin some, too. */
export const isStarter = and(
  eq(memberships.organizationId, escalations.organizationId),
  sql`${memberships.id}::text = ${escalations.startedById}`,
);

/** Locks escalations in the order of their ids, as the engine does, and finds who of the staff began each. */
export async function lockReviewed(
  tx: WriteTx,
  limit: number,
  ...conditions: (SQL | undefined)[]
): Promise<Reviewed[]> {
  return tx.db
    .select({ id: escalations.id, clientId: escalations.clientId, operatorId: memberships.id })
    .from(escalations)
    .leftJoin(
      clients,
      and(eq(clients.organizationId, escalations.organizationId), eq(clients.clientId, escalations.clientId)),
    )
    .leftJoin(memberships, isStarter)
    .where(within(tx, escalations, ...conditions))
    .orderBy(asc(escalations.id))
    .limit(limit)
    .for('no key update', { of: escalations });
}
