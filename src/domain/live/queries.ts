import { sql } from 'drizzle-orm';
import type { LiveEventRow } from '../../db/gate';
import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';

/** More than this is not replayed: the screen reloads instead. */
const REPLAY_LIMIT = 1_000;

/**
 * What the actor may see of everything since a horizon, oldest first; some of it may be known already.
 * @returns null when there is more than a screen should replay
 */
export async function readMissedEvents(actor: Actor, horizon: string): Promise<LiveEventRow[] | null> {
  return readTx(actor, async (tx) => {
    const isOwn = actor.clientId === null ? sql`true` : sql`client_id = ${actor.clientId}`;
    const rows = await tx.db.execute<LiveEventRow & { at: string } & Record<string, unknown>>(sql`
      select seq, organization_id as "organizationId", client_id as "clientId", type, at, payload,
             pg_snapshot_xmin(pg_current_snapshot())::text as horizon
      from live_events
      where organization_id = ${actor.organizationId} and ${isOwn} and transaction_id >= ${horizon}::xid8
      order by seq limit ${REPLAY_LIMIT + 1}`);
    if (rows.length > REPLAY_LIMIT) return null;
    return rows.map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }));
  });
}
