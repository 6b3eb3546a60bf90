import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import type { WaitReason } from './model';

export type PutOff = { id: string; until: Date; waitsFor: WaitReason };

/** These wait on, for people to see why, and are looked at again by themselves. Inside a write that holds them. */
export async function putOffDeliveries(tx: WriteTx, rows: readonly PutOff[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db.execute(sql`
    update deliveries d set next_attempt_at = r.until, waits_for = r."waitsFor", claimed_until = null
    from ${givenRows(rows, 'id uuid, until timestamptz, "waitsFor" text')} as r
    where d.organization_id = ${tx.actor.organizationId} and d.id = r.id`);
}
