import { eq, or } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import type { SavedView, ViewScreen } from './model';
import { canReadViews, canRemoveView } from './policy';
import { savedViews } from './tables';

/** The team's views of a list and the reader's own, by name; at most 200. */
export async function listViews(actor: Actor, { screen }: { screen: ViewScreen }): Promise<SavedView[]> {
  requireAllowed(canReadViews(actor));
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select({
        id: savedViews.id,
        membershipId: savedViews.membershipId,
        scope: savedViews.scope,
        screen: savedViews.screen,
        name: savedViews.name,
        query: savedViews.query,
      })
      .from(savedViews)
      .where(
        within(
          tx,
          savedViews,
          eq(savedViews.screen, screen),
          or(eq(savedViews.scope, 'team'), eq(savedViews.membershipId, actor.id)),
        ),
      )
      .orderBy(savedViews.name, savedViews.id)
      .limit(200);
    return rows.map(({ membershipId, ...view }) => ({
      ...view,
      isOwn: canRemoveView(actor, { scope: view.scope, membershipId }),
    }));
  });
}
