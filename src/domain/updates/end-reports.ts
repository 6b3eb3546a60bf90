import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { cancelDeliveries } from '../notifications/cancel-deliveries';
import { reportRequests } from './tables';

/**
 * Nobody is asked about an escalation any more, inside the write that ends its run. What was reported stays; what was
 * asked and not answered is over.
 */
export async function endReports(tx: WriteTx, escalationId: string): Promise<void> {
  const isAsked = inArray(reportRequests.state, ['open', 'overdue']);
  const over = await tx.db
    .update(reportRequests)
    .set({ state: 'over', remindAt: null, claimedUntil: null })
    .where(within(tx, reportRequests, and(eq(reportRequests.escalationId, escalationId), isAsked)))
    .returning({ id: reportRequests.id });
  for (const { id } of over) await cancelDeliveries(tx, id, 'It was over before it was sent.');
  await tx.db
    .update(reportRequests)
    .set({ remindAt: null, claimedUntil: null })
    .where(
      within(
        tx,
        reportRequests,
        eq(reportRequests.escalationId, escalationId),
        or(isNotNull(reportRequests.remindAt), isNotNull(reportRequests.claimedUntil)),
      ),
    );
}
