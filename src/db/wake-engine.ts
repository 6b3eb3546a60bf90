import { sql } from 'drizzle-orm';
import type { WriteTx } from './transaction';

/** Workers look for due rows the moment this transaction commits, instead of at their next sweep. */
export async function wakeEngine(tx: WriteTx): Promise<void> {
  await tx.db.execute(sql`select pg_notify('engine', '')`);
}
