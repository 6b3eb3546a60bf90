import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { loadCallOwner } from '../calls/queries';
import { requireClient } from '../tenancy/queries';
import { enqueueEvents } from '../notifications/enqueue-events';
import { announceEscalation } from './announce-escalation';
import { beginNextStep } from './begin-next-step';
import type { EscalationCard, startEscalationInput } from './model';
import { canStartEscalation } from './policy';
import { loadPolicyOrDefault } from './policy-queries';
import { loadEscalationCard } from './queries';
import { recordTimeline } from './record-timeline';
import { escalations } from './tables';

/**
 * Lets the right person know: commits the escalation together with the first step's messages.
 * The screen may make the id, so that a retry starts no second one.
 */
export async function startEscalation(
  actor: Actor,
  input: z.output<typeof startEscalationInput>,
): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canStartEscalation(actor));
    const id = input.escalationId ?? newId();
    const sent = input.escalationId === undefined ? undefined : await loadEscalationCard(tx, id);
    if (sent !== undefined) {
      tx.noteUnrecorded();
      return sent;
    }
    const clientId = await findClient(tx, input);
    const [escalation] = await tx.db
      .insert(escalations)
      .values({
        organizationId: actor.organizationId,
        id,
        clientId,
        callId: input.callId ?? null,
        state: 'open',
        urgency: input.urgency,
        summary: input.summary,
        policy: await loadPolicyOrDefault(tx, clientId, input.urgency),
        cycle: 0,
        step: 0,
        startedAt: tx.now,
        startedById: actor.id,
        startedByName: actor.name,
      })
      .onConflictDoNothing()
      .returning();
    if (escalation === undefined) {
      // The same press twice at the same instant: the other transaction started it.
      tx.noteUnrecorded();
      return requireRow(await loadEscalationCard(tx, id));
    }
    await recordTimeline(tx, escalation, 'started', `Started as ${input.urgency}`);
    await recordAudit(tx, 'escalation.started', escalation, { urgency: input.urgency });
    await beginNextStep(tx, escalation);
    const card = await announceEscalation(tx, id);
    await enqueueEvents(tx, 'escalation.started', card);
    return card;
  });
}

async function findClient(
  tx: Parameters<typeof loadCallOwner>[0],
  { callId, clientId }: { callId?: string | undefined; clientId?: string | undefined },
): Promise<string | null> {
  if (callId === undefined) {
    if (clientId !== undefined) await requireClient(tx, clientId);
    return clientId ?? null;
  }
  const call = requireFound(await loadCallOwner(tx, callId), 'call');
  if (clientId !== undefined && clientId !== call.clientId) {
    throw new DomainError('INVALID', 'That call belongs to another client.');
  }
  return call.clientId;
}
