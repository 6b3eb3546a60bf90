import { isNull } from 'drizzle-orm';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { SettledDelivery } from '../notifications/finish-attempts';
import { escalations } from './tables';

type Told = { one: SettledDelivery; escalation: Pick<typeof escalations.$inferSelect, 'id' | 'firstSentAt'> };

/** When a provider first took a message of each of these locked escalations: the time to deliver ends there. */
export async function markFirstSent(tx: WriteTx, told: readonly Told[]): Promise<void> {
  const first = told.filter(
    ({ one, escalation }) => escalation.firstSentAt === null && one.settled.failure === null,
  );
  if (first.length === 0) return;
  const ids = [...new Set(first.map(({ escalation }) => escalation.id))];
  await tx.db
    .update(escalations)
    .set({ firstSentAt: tx.now })
    .where(within(tx, escalations, isOneOf(escalations.id, ids), isNull(escalations.firstSentAt)));
}
