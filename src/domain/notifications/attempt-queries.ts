import { and, eq } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { AttemptCard } from './model';
import { attempts, deliveries } from './tables';

/** Every hand-over to a provider for one cause, the first first; at most 500. */
export async function loadAttempts(tx: ReadTx, causeId: string): Promise<AttemptCard[]> {
  return tx.db
    .select({
      id: attempts.id,
      recipientName: deliveries.recipientName,
      channel: deliveries.channel,
      number: attempts.number,
      state: attempts.state,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
      failure: attempts.failure,
      report: attempts.report,
      reportWords: attempts.reportWords,
      reportedAt: attempts.reportedAt,
    })
    .from(attempts)
    .innerJoin(
      deliveries,
      and(eq(deliveries.organizationId, attempts.organizationId), eq(deliveries.id, attempts.deliveryId)),
    )
    .where(within(tx, attempts, eq(deliveries.causeId, causeId)))
    .orderBy(attempts.startedAt, attempts.id)
    .limit(500);
}
