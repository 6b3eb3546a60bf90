import { and, eq, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { ReadTx } from './transaction';

type TenantTable = { organizationId: PgColumn; clientId?: PgColumn };

/** Wall 2: the actor's organization, and for a client's people their client, in front of every condition. */
export function within(tx: ReadTx, table: TenantTable, ...conditions: (SQL | undefined)[]): SQL | undefined {
  const { organizationId, clientId } = tx.actor;
  const isOwnClient =
    clientId === null || table.clientId === undefined ? undefined : eq(table.clientId, clientId);
  return and(eq(table.organizationId, organizationId), isOwnClient, ...conditions);
}
