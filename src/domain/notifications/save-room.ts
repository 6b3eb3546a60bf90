import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import type { Usage } from './room-to-send';

/** Of budgets that this write holds, enters what was taken where it is not what was entered when they were held. */
export async function saveRoom(
  tx: WriteTx,
  used: ReadonlyMap<string, Usage>,
  entered: ReadonlyMap<string, Usage>,
): Promise<void> {
  const rows = [...used].flatMap(([key, { points }]) =>
    points === entered.get(key)?.points ? [] : [{ key, points }],
  );
  if (rows.length === 0) return;
  await tx.db.execute(sql`
    update send_limits l set points = r.points from ${givenRows(rows, 'key text, points integer')} as r
    where l.key = r.key`);
}
