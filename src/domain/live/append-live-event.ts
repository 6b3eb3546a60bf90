import { sql } from 'drizzle-orm';
import superjson from 'superjson';
import type { WriteTx } from '../../db/transaction';

/**
 * Tells the open screens, if and when this transaction commits: one statement inserts the row and notifies, with the
 * row's number and its horizon: whatever committed before the horizon was announced before this event.
 * @param clientId whose people may see it besides the staff; null: staff only
 */
export async function appendLiveEvent(
  tx: WriteTx,
  type: `${string}.${string}`,
  clientId: string | null,
  payload: Record<string, unknown>,
): Promise<void> {
  await tx.db.execute(sql`
    with event as (
      insert into live_events (organization_id, client_id, at, type, payload)
      values (${tx.actor.organizationId}, ${clientId}, ${tx.now.toISOString()}, ${type}, ${superjson.stringify(payload)}::jsonb)
      returning seq
    )
    select pg_notify('live', seq || ' ' || pg_snapshot_xmin(pg_current_snapshot())) from event`);
}
