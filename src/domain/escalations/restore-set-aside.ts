import { eq, isNotNull } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { deliveries } from '../notifications/tables';
import type { SetAsideRow } from './model';
import { canSeeEngine } from './policy';
import { escalations } from './tables';

/** Has the engine try a row again that was set aside, from its first fault on. */
export async function restoreSetAside(
  actor: Actor,
  { kind, id }: Pick<SetAsideRow, 'kind' | 'id'>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canSeeEngine(actor));
    const again = { faults: 0, setAsideAt: null, setAsideBecause: null, claimedUntil: null };
    const rows =
      kind === 'delivery'
        ? await tx.db
            .update(deliveries)
            .set(again)
            .where(within(tx, deliveries, eq(deliveries.id, id), isNotNull(deliveries.setAsideAt)))
            .returning({ id: deliveries.id, clientId: deliveries.clientId })
        : await tx.db
            .update(escalations)
            .set(again)
            .where(within(tx, escalations, eq(escalations.id, id), isNotNull(escalations.setAsideAt)))
            .returning({ id: escalations.id, clientId: escalations.clientId });
    const row = requireFound(rows[0], 'row that was set aside');
    await recordAudit(tx, `${kind}.restored`, row);
    await wakeEngine(tx);
  });
}
