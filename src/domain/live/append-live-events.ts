import { sql } from 'drizzle-orm';
import superjson from 'superjson';
import type { WriteTx } from '../../db/transaction';

export type LiveEvent = {
  type: `${string}.${string}`;
  /** Whose people may see it besides the staff; null: staff only. */
  clientId: string | null;
  payload: Record<string, unknown>;
};

/**
 * Tells the open screens, if and when this transaction commits: one statement inserts the rows and notifies, with each
 * row's number and its horizon: whatever committed before the horizon was announced before this event.
 */
export async function appendLiveEvents(tx: WriteTx, events: readonly LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, clientId, payload }) => ({
    type,
    clientId,
    payload: superjson.serialize(payload),
  }));
  await tx.db.execute(sql`
    with event as (
      insert into live_events (organization_id, client_id, at, type, payload)
      select ${tx.actor.organizationId}, e."clientId", ${tx.now.toISOString()}::timestamptz, e.type, e.payload
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e ("clientId" uuid, type text, payload jsonb)
      returning seq
    )
    select pg_notify('live', seq || ' ' || pg_snapshot_xmin(pg_current_snapshot())) from event`);
}
