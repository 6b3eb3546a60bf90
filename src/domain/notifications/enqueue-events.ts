import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { newId } from '../../kernel/ids';
import { enqueueDelivery } from './enqueue-delivery';
import type { EventType } from './model';

/** What an event tells of an escalation. (Its card; escalations stand to the right of notifications.) */
type EscalationFacts = {
  id: string;
  clientId: string | null;
  clientName: string | null;
  state: string;
  urgency: string;
  summary: string;
  cycle: number;
  step: number;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  resolvedAt: Date | null;
};

/**
 * Tells the endpoints that asked for it, inside the write that it tells of. Each call is an event of its own with an id
 * of its own (the deliveries' cause), so that two acknowledgements of two runs at the same step are two events; the
 * verbs call it once, where something changed, and never for a repetition.
 *
 * The endpoints are read through the gate: a contact who acknowledges does not see the answering service's own.
 * @returns how many endpoints are told
 */
export async function enqueueEvents(
  tx: WriteTx,
  type: EventType,
  escalation: EscalationFacts,
): Promise<number> {
  const { clientId, cycle, step } = escalation;
  const endpoints = await tx.db.execute<{ id: string; url: string }>(
    sql`select id, url from gate.event_endpoints(${type}, ${clientId}::uuid)`,
  );
  if (endpoints.length === 0) return 0;
  const recipients = endpoints.map(({ id, url }) => ({
    methodId: id,
    recipientId: null,
    name: new URL(url).host,
    channel: 'webhook' as const,
    address: url,
  }));
  const message = { type, timestamp: tx.now.toISOString(), data: factsOf(escalation) };
  await enqueueDelivery(tx, { id: newId(), clientId, cycle, step }, recipients, message);
  await wakeEngine(tx);
  return endpoints.length;
}

function factsOf({ id, acknowledgedAt, resolvedAt, ...facts }: EscalationFacts): Record<string, unknown> {
  const { clientId, clientName, state, urgency, summary, cycle, step, acknowledgedByName } = facts;
  return {
    escalationId: id,
    clientId,
    clientName,
    state,
    urgency,
    summary,
    cycle,
    step,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    acknowledgedByName,
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}
