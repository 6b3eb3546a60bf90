import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import type { Budget, Usage } from './room-to-send';

/**
 * How much of these budgets is used, before the messages that ask now; room for those is entered at once, as if there were
 * enough, which there nearly always is. Their rows are held until the write ends, always in the same order, so that two
 * workers never take the same room. Counted by the database's clock: a worker whose own is wrong delays nobody.
 * @returns `used`, and `entered`: what stands in the rows now
 */
export async function holdRoom(
  tx: WriteTx,
  budgets: readonly Budget[],
): Promise<{ used: Map<string, Usage>; entered: Map<string, Usage> }> {
  const asked = new Map<string, { key: string; points: number; window: number }>();
  for (const { key, window } of budgets) {
    const points = (asked.get(key)?.points ?? 0) + 1;
    asked.set(key, { key, points, window });
  }
  if (asked.size === 0) return { used: new Map(), entered: new Map() };
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const isOver = sql`coalesce(l.expire, '-infinity') <= ${now}`;
  const rows = await tx.db.execute<{ key: string; points: number; ends: number }>(sql`
    insert into send_limits as l (key, points, expire)
    select key, points, ${now} + "window" * interval '1 millisecond'
    from ${givenRows([...asked.values()], 'key text, points integer, "window" integer')} as asked order by key
    on conflict (key) do update set
      points = case when ${isOver} then 0 else l.points end + excluded.points,
      expire = case when ${isOver} then excluded.expire else l.expire end
    returning key, points, extract(epoch from expire)::double precision * 1000 as ends`);
  const entered = new Map(rows.map(({ key, points, ends }) => [key, { points, endsAt: new Date(ends) }]));
  const used = new Map(
    [...entered].map(([key, { points, endsAt }]) => [
      key,
      { points: points - (asked.get(key)?.points ?? 0), endsAt },
    ]),
  );
  return { used, entered };
}
