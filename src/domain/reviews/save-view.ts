import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { SavedView, saveViewInput } from './model';
import { canSaveView } from './policy';
import { savedViews } from './tables';

const MOST_VIEWS = 50;

/**
 * Keeps a list's filters under a name. The same name again, in the same scope, keeps the new filters.
 * @throws DomainError CONFLICT at 50 views of a list, for a person as for the team
 */
export async function saveView(
  actor: Actor,
  { screen, scope, name, query }: z.output<typeof saveViewInput>,
): Promise<SavedView> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSaveView(actor, { scope }));
    const isShelf = and(
      eq(savedViews.screen, screen),
      eq(savedViews.scope, scope),
      scope === 'personal' ? eq(savedViews.membershipId, actor.id) : undefined,
    );
    const [known] = await tx.db
      .update(savedViews)
      .set({ query })
      .where(within(tx, savedViews, isShelf, eq(savedViews.name, name)))
      .returning({ id: savedViews.id });
    const id = known?.id ?? newId();
    if (known === undefined) {
      const [shelf] = await tx.db
        .select({ views: count() })
        .from(savedViews)
        .where(within(tx, savedViews, isShelf));
      if ((shelf?.views ?? 0) >= MOST_VIEWS) {
        throw new DomainError('CONFLICT', `There are ${MOST_VIEWS} views already. Remove one first.`);
      }
      const { organizationId, id: membershipId } = actor;
      const row = { organizationId, id, membershipId, scope, screen, name, query };
      await tx.db.insert(savedViews).values({ ...row, createdAt: tx.now });
    }
    await recordAudit(tx, 'view.saved', { id, clientId: null }, { screen, scope });
    return { id, scope, screen, name, query, isOwn: true };
  });
}
