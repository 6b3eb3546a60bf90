import { desc, eq, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound, requireRow } from '../../kernel/errors';
import type { Reach } from './model';
import { loadBriefing } from './queries';
import { briefingVersions } from './tables';

/** "7 of 9 operators on shift have it", of a version that the actor may see; null: nothing is published yet. */
export async function loadReach(tx: ReadTx, versionId: string | null): Promise<Reach> {
  const rows = await tx.db.execute<{ on_shift: number; confirmed: number }>(
    sql`select * from gate.reach(${tx.actor.organizationId}, ${versionId})`,
  );
  const { on_shift: onShift, confirmed } = requireRow(rows[0]);
  return { onShift, confirmed };
}

/** How many operators on shift have confirmed a briefing's newest version. */
export async function getBriefingReach(actor: Actor, briefingId: string): Promise<Reach> {
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, briefingId), 'briefing');
    const [newest] = await tx.db
      .select({ id: briefingVersions.id })
      .from(briefingVersions)
      .where(within(tx, briefingVersions, eq(briefingVersions.briefingId, briefingId)))
      .orderBy(desc(briefingVersions.version))
      .limit(1);
    return loadReach(tx, newest?.id ?? null);
  });
}
