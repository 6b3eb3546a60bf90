import { desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadDeliveries, loadDeliveryOrigin } from '../notifications/queries';
import { requireClient } from '../tenancy/queries';
import { loadCallCard } from '../calls/queries';
import { defaultPolicy } from './default-policy';
import type {
  Escalation,
  EscalationCard,
  EscalationPreview,
  listEscalationsInput,
  Policy,
  previewEscalationInput,
} from './model';
import { canStartEscalation } from './policy';
import { loadSteps } from './recipient-queries';
import { escalationEvents, escalationPolicies, escalations } from './tables';

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

/** Whether the link that the actor opened came with a message about this escalation. */
export async function isLinkAbout(tx: ReadTx, escalationId: string): Promise<boolean> {
  if (tx.actor.kind !== 'link') return false;
  return (await loadDeliveryOrigin(tx, tx.actor.id))?.causeId === escalationId;
}

/** Whether that message belongs to the step the escalation stands at; anybody but a link speaks of the present. */
export async function isAboutPresentStep(
  tx: ReadTx,
  { cycle, step }: { cycle: number; step: number },
): Promise<boolean> {
  if (tx.actor.kind !== 'link') return true;
  const origin = await loadDeliveryOrigin(tx, tx.actor.id);
  return origin?.cycle === cycle && origin.step === step;
}

export async function getEscalation(actor: Actor, escalationId: string): Promise<Escalation> {
  return readTx(actor, async (tx) => {
    const card = requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    const [timeline, deliveries] = await Promise.all([
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
        .orderBy(escalationEvents.id)
        .limit(1_000),
      loadDeliveries(tx, escalationId),
    ]);
    return { ...card, timeline, deliveries };
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

async function loadPolicy(tx: ReadTx, clientId: string): Promise<Policy | null> {
  const [row] = await tx.db
    .select({ policy: escalationPolicies.policy })
    .from(escalationPolicies)
    .where(within(tx, escalationPolicies, eq(escalationPolicies.clientId, clientId)));
  return row?.policy ?? null;
}

export async function loadPolicyOrDefault(tx: ReadTx, clientId: string | null): Promise<Policy> {
  return (clientId === null ? null : await loadPolicy(tx, clientId)) ?? defaultPolicy();
}

export async function getPolicy(actor: Actor, clientId: string): Promise<Policy | null> {
  return readTx(actor, async (tx) => {
    await requireClient(tx, clientId);
    return loadPolicy(tx, clientId);
  });
}

/** Who would be told, step by step, if it began now. */
export async function previewEscalation(
  actor: Actor,
  input: z.output<typeof previewEscalationInput>,
): Promise<EscalationPreview> {
  requireAllowed(canStartEscalation(actor));
  return readTx(actor, async (tx) => {
    let clientId = input.clientId ?? null;
    if (clientId !== null) await requireClient(tx, clientId);
    if (input.callId !== undefined) {
      clientId = requireFound(await loadCallCard(tx, input.callId), 'call').clientId;
    }
    return { steps: await loadSteps(tx, clientId, await loadPolicyOrDefault(tx, clientId)) };
  });
}
