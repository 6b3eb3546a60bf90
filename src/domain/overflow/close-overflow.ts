import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { closeOverflowInput, OverflowWindow } from './model';
import { canSwitchOverflow } from './policy';
import { lockOverflow } from './queries';
import { overflowWindows } from './tables';

/**
 * Ends a window before its time, or calls off one that has not begun: it ended now, and that is what is answered.
 * @throws DomainError CONFLICT when it is over already
 */
export async function closeOverflow(
  actor: Actor,
  { overflowId }: z.output<typeof closeOverflowInput>,
): Promise<OverflowWindow> {
  return writeTx(actor, async (tx) => {
    const found = requireFound(await lockOverflow(tx, overflowId, tx.now), 'overflow window');
    const { isOver, ...window } = found;
    tx.authorize(canSwitchOverflow(actor, window));
    if (isOver) throw new DomainError('CONFLICT', 'This window is over already.');
    await tx.db
      .update(overflowWindows)
      .set({ closedAt: tx.now, closedByName: actor.name })
      .where(within(tx, overflowWindows, eq(overflowWindows.id, overflowId)));
    const closed: OverflowWindow = { ...window, endsAt: tx.now };
    await recordAudit(tx, 'overflow.closed', closed);
    await appendLiveEvent(tx, 'overflow.changed', window.clientId, { overflow: closed, isClosed: true });
    return closed;
  });
}
