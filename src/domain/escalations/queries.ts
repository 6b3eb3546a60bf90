import { desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { isOneOf } from '../../db/one-of';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadDeliveries } from '../notifications/queries';
import { loadPresentAcknowledgements } from './answer-queries';
import type { Escalation, EscalationCard, listEscalationsInput } from './model';
import { escalationEvents, escalations } from './tables';

const cardColumns = {
  id: escalations.id,
  callId: escalations.callId,
  clientId: escalations.clientId,
  clientName: clients.name,
  state: escalations.state,
  urgency: escalations.urgency,
  summary: escalations.summary,
  cycle: escalations.cycle,
  step: escalations.step,
  stepCount: sql<number>`jsonb_array_length(${escalations.policy}->'steps')`,
  tried: sql<string[]>`array(
    select tried.recipient_name from deliveries tried
    where tried.organization_id = ${escalations.organizationId} and tried.cause_id = ${escalations.id}
      and tried.cause = 'escalation' and tried.cycle = ${escalations.cycle} and tried.step = ${escalations.step}
    group by tried.recipient_name order by min(tried.id::text) limit 5)`,
  nextStepDueAt: escalations.nextStepDueAt,
  startedAt: escalations.startedAt,
  startedById: escalations.startedById,
  startedByName: escalations.startedByName,
  acknowledgedAt: escalations.acknowledgedAt,
  acknowledgedByName: escalations.acknowledgedByName,
  resolvedAt: escalations.resolvedAt,
};

function selectCards(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select(cardColumns)
    .from(escalations)
    .leftJoin(
      clients,
      sql`${clients.organizationId} = ${escalations.organizationId}
        and ${clients.clientId} = ${escalations.clientId}`,
    )
    .where(within(tx, escalations, ...conditions));
}

export async function loadEscalationCard(tx: ReadTx, id: string): Promise<EscalationCard | undefined> {
  const [card] = await selectCards(tx, eq(escalations.id, id));
  return card;
}

/** Those of `ids` that there are, in no order. @param ids at most 1,000 */
export async function loadEscalationCards(tx: ReadTx, ids: readonly string[]): Promise<EscalationCard[]> {
  return ids.length === 0 ? [] : selectCards(tx, inArray(escalations.id, [...ids]));
}

/** The row, held until the transaction ends: steps and acknowledgements of one escalation never cross. */
export async function lockEscalation(
  tx: ReadTx,
  id: string,
): Promise<typeof escalations.$inferSelect | undefined> {
  const [row] = await tx.db
    .select()
    .from(escalations)
    .where(within(tx, escalations, eq(escalations.id, id)))
    .for('update');
  return row;
}

/** Many of them, in the order of their ids, so that two who hold many never wait for each other. */
export async function lockEscalations(
  tx: ReadTx,
  ids: readonly string[],
): Promise<Map<string, typeof escalations.$inferSelect>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select()
    .from(escalations)
    .where(within(tx, escalations, isOneOf(escalations.id, ids)))
    .orderBy(escalations.id)
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row]));
}

export async function getEscalation(actor: Actor, escalationId: string): Promise<Escalation> {
  return readTx(actor, async (tx) => {
    const card = requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    const [timeline, deliveries, acknowledgements] = await Promise.all([
      tx.db
        .select({
          id: escalationEvents.id,
          at: escalationEvents.at,
          type: escalationEvents.type,
          words: escalationEvents.words,
          byName: escalationEvents.byName,
        })
        .from(escalationEvents)
        .where(within(tx, escalationEvents, eq(escalationEvents.escalationId, escalationId)))
        // Ids are made by clocks that may be wrong.
        .orderBy(escalationEvents.at, escalationEvents.id)
        .limit(1_000),
      loadDeliveries(tx, escalationId),
      loadPresentAcknowledgements(tx, escalationId),
    ]);
    return { ...card, timeline, deliveries, acknowledgements };
  });
}

/** Newest first. */
export async function listEscalations(
  actor: Actor,
  input: z.output<typeof listEscalationsInput>,
): Promise<Page<EscalationCard>> {
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const cards = await selectCards(
      tx,
      input.clientId === undefined ? undefined : eq(escalations.clientId, input.clientId),
      input.callId === undefined ? undefined : eq(escalations.callId, input.callId),
      input.state === undefined ? undefined : eq(escalations.state, input.state),
      beforeId === undefined ? undefined : lt(escalations.id, beforeId),
    )
      .orderBy(desc(escalations.id))
      .limit(input.limit + 1);
    return toPage(cards, input.limit, (last) => [last.id]);
  });
}

/** What the actor began and is not over; at most 50. */
export async function loadOwnEscalations(tx: ReadTx): Promise<EscalationCard[]> {
  return selectCards(
    tx,
    eq(escalations.startedById, tx.actor.id),
    inArray(escalations.state, ['open', 'acknowledged', 'unanswered']),
  )
    .orderBy(desc(escalations.id))
    .limit(50);
}
