import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { viewIdInput } from './model';
import { canReadViews, canRemoveView } from './policy';
import { savedViews } from './tables';

/** Takes a view off its list; what it showed stays. Of a colleague's own view nobody knows. */
export async function removeView(actor: Actor, { viewId }: z.output<typeof viewIdInput>): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canReadViews(actor));
    const isView = within(tx, savedViews, eq(savedViews.id, viewId));
    const [row] = await tx.db.select().from(savedViews).where(isView).for('update');
    const isHidden = row?.scope === 'personal' && row.membershipId !== actor.id;
    const view = requireFound(isHidden ? undefined : row, 'view');
    tx.authorize(canRemoveView(actor, view));
    await tx.db.delete(savedViews).where(isView);
    await recordAudit(
      tx,
      'view.removed',
      { id: viewId, clientId: null },
      { screen: view.screen, scope: view.scope },
    );
  });
}
