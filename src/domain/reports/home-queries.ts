import { sql, type SQL } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { isStaff, type Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { homeOfDesk } from './home-desk-queries';
import type { Home, HomeLine, HomeRow } from './home-line';
import { homeOfManage } from './home-manage-queries';
import { compareHomeLines, homeTier, isHomeDeadline } from './home-order';
import { MOST_OF_KIND } from './home-part-queries';
import { homePlace, type HomeSide } from './home-places';
import { homeOfPortal } from './home-portal-queries';
import { canReadHome } from './policy';

const parts: Record<HomeSide, (actor: Actor) => SQL[]> = {
  desk: homeOfDesk,
  manage: homeOfManage,
  portal: homeOfPortal,
};

function sideOf(actor: Actor): HomeSide {
  if (!isStaff(actor)) return 'portal';
  return actor.role === 'operator' ? 'desk' : 'manage';
}

/** What needs the signed-in person now, in order, each with the place where it is done: one question, whatever the role. */
export async function getHome(actor: Actor): Promise<Home> {
  requireAllowed(canReadHome(actor));
  const side = sideOf(actor);
  return readTx(actor, async (tx, clock) => {
    const [found, readAt] = await Promise.all([
      tx.db.execute<Omit<HomeRow, 'at'> & { at: number }>(sql.join(parts[side](actor), sql` union all `)),
      clock(),
    ]);
    const rows = found.map((row): HomeRow => ({ ...row, at: new Date(row.at) }));
    const shown = rows.filter(
      (row, at) => rows.slice(0, at).filter(({ kind }) => kind === row.kind).length < MOST_OF_KIND,
    );
    const lines = shown.flatMap((row): HomeLine[] => {
      const tier = homeTier(row, readAt);
      if (tier === null) return [];
      return [{ ...row, tier, isDeadline: isHomeDeadline(row.kind), href: homePlace(side, row) }];
    });
    return { readAt, lines: lines.toSorted(compareHomeLines), isCut: shown.length < rows.length };
  });
}
