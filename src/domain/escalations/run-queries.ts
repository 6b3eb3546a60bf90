import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { escalationAcknowledgements, escalationEvents, escalations } from './tables';

export type Run = {
  id: string;
  runFromCycle: number;
  /** When the present run began anew; null: it is the first. */
  begunAgainAt: Date | null;
  /** Who acknowledged in it, where everybody must, and when. */
  answers: { personId: string; at: Date }[];
};

/** Whether it has begun again before. */
export async function hasReopened(tx: ReadTx, escalationId: string): Promise<boolean> {
  const [reopened] = await tx.db
    .select({ id: escalationEvents.id })
    .from(escalationEvents)
    .where(
      within(
        tx,
        escalationEvents,
        eq(escalationEvents.escalationId, escalationId),
        eq(escalationEvents.type, 'reopened'),
      ),
    )
    .limit(1);
  return reopened !== undefined;
}

/** The present runs of escalations, each asked once. @param ids at most 1,000 */
export async function loadRuns(tx: ReadTx, ids: readonly string[]): Promise<Run[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const [runs, reopened, answers] = await Promise.all([
    tx.db
      .select({ id: escalations.id, runFromCycle: escalations.runFromCycle })
      .from(escalations)
      .where(within(tx, escalations, inArray(escalations.id, wanted))),
    tx.db
      .select({
        id: escalationEvents.escalationId,
        at: sql<Date>`max(${escalationEvents.at})`.mapWith(escalationEvents.at),
      })
      .from(escalationEvents)
      .where(
        within(
          tx,
          escalationEvents,
          inArray(escalationEvents.escalationId, wanted),
          eq(escalationEvents.type, 'reopened'),
        ),
      )
      .groupBy(escalationEvents.escalationId),
    tx.db
      .select({
        id: escalationAcknowledgements.escalationId,
        personId: escalationAcknowledgements.personId,
        at: escalationAcknowledgements.at,
      })
      .from(escalationAcknowledgements)
      .innerJoin(
        escalations,
        and(
          eq(escalations.organizationId, escalationAcknowledgements.organizationId),
          eq(escalations.id, escalationAcknowledgements.escalationId),
          eq(escalations.runFromCycle, escalationAcknowledgements.runFromCycle),
        ),
      )
      .where(within(tx, escalationAcknowledgements, inArray(escalationAcknowledgements.escalationId, wanted)))
      .limit(10_000),
  ]);
  return runs.map((run) => ({
    ...run,
    begunAgainAt: reopened.find(({ id }) => id === run.id)?.at ?? null,
    answers: answers.filter(({ id }) => id === run.id),
  }));
}
