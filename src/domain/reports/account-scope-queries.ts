import { sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import type { AccountScope } from './account-content';

/** What one transaction asks about an account. */
export type AccountQuestion = AccountScope & {
  tx: ReadTx;
  /** Whether callers are named: for readers who have signed in. */
  isNamed: boolean;
};

/** As a number: drizzle leaves the driver's own reading of instants aside. */
export const milliseconds = (instant: SQL) =>
  sql`floor(extract(epoch from ${instant}) * 1000)::double precision`;

export const instantOf = (at: number | null) => (at === null ? null : new Date(at));

/** Of the client, or of all; the walls hold besides. @param row the table's name in the statement */
export function ofClient({ tx, clientId }: AccountQuestion, row: 'c' | 'e' | 'p'): SQL {
  const own = tx.actor.clientId ?? clientId;
  const isOfTenant = sql`${sql.raw(row)}.organization_id = ${tx.actor.organizationId}`;
  return own === null ? isOfTenant : sql`${isOfTenant} and ${sql.raw(row)}.client_id = ${own}`;
}

export const urgencyRank = (column: SQL) =>
  sql`case ${column} when 'emergency' then 0 when 'urgent' then 1 else 2 end`;
