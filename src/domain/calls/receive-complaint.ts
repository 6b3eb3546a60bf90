import { asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { briefingInForce } from '../briefings/version-queries';
import { dids } from '../numbers/tables';
import { loadChosenPlaybook, loadClientPlaybook } from '../playbooks/queries';
import { announceCall } from './announce-call';
import { appendNote } from './append-note';
import { applyCallEvent } from './apply-call-event';
import type { CallCard, receiveComplaintInput } from './model';
import { canAnswerCall, canRegisterCall } from './policy';
import { loadCallCard, loadCallOwner } from './queries';
import { calls } from './tables';

/**
 * Enters a complaint that came by e-mail: a call in writing, in the hands of whoever enters it, guided by the same
 * playbook. What the e-mail says is the first point of its log. The screen makes the id, so that a retry makes no double.
 * @throws DomainError CONFLICT when the id is another client's call
 */
export async function receiveComplaint(
  actor: Actor,
  input: z.output<typeof receiveComplaintInput>,
): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const client = requireFound(await loadClientPlaybook(tx, input.clientId), 'client');
    tx.authorize(canRegisterCall(actor) && canAnswerCall(actor));
    const { isNew } = await enterCall(tx, input, client.playbookId);
    if (!isNew) return repeated(tx, input);
    const call = { id: input.callId, clientId: input.clientId };
    await applyCallEvent(tx, call, { type: 'answered', at: tx.now });
    const owner = requireFound(await loadCallOwner(tx, call.id), 'call');
    await appendNote(tx, owner, { noteId: newId(), kind: 'point', text: input.text });
    await recordAudit(tx, 'complaint.received', call);
    return announceCall(tx, call.id);
  });
}

type Complaint = z.output<typeof receiveComplaintInput>;

async function enterCall(tx: WriteTx, { callId, clientId, from, callerName }: Complaint, own: string | null) {
  const { organizationId, id: byId, name: byName } = tx.actor;
  const briefing = await loadInForce(tx, clientId);
  const playbook = await loadChosenPlaybook(tx, { briefing: briefing?.playbookId, client: own });
  const [did] = await tx.db
    .select({ number: dids.number, label: dids.label })
    .from(dids)
    .where(within(tx, dids, eq(dids.clientId, clientId)))
    .orderBy(asc(dids.number))
    .limit(1);
  const entered = await tx.db
    .insert(calls)
    .values({
      organizationId,
      id: callId,
      clientId,
      source: 'desk',
      channel: 'email',
      dnis: did?.number ?? '',
      didLabel: did?.label ?? null,
      ani: from,
      isAniValid: false,
      routeReason: 'direct',
      answerPhrase: '',
      briefingId: briefing?.briefingId ?? null,
      briefingVersionId: briefing?.versionId ?? null,
      ringAt: tx.now,
      answeredById: byId,
      answeredByName: byName,
      callerName,
      playbookId: playbook.id,
      playbookVersion: playbook.version,
    })
    .onConflictDoNothing()
    .returning({ id: calls.id });
  return { isNew: entered.length > 0 };
}

async function loadInForce(tx: WriteTx, clientId: string) {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const { organizationId } = tx.actor;
  const [row] = await tx.db.execute<{
    briefing_id: string;
    version_id: string;
    playbook_id: string | null;
  }>(sql`
    select b.briefing_id, b.version_id, v.content->>'playbookId' as playbook_id
    from (${briefingInForce(sql`${organizationId}::uuid`, sql`${clientId}::uuid`, now)}) b
    join briefing_versions v on v.organization_id = ${organizationId} and v.id = b.version_id`);
  return row && { briefingId: row.briefing_id, versionId: row.version_id, playbookId: row.playbook_id };
}

async function repeated(tx: WriteTx, { callId, clientId }: Complaint): Promise<CallCard> {
  const sent = requireFound(await loadCallCard(tx, callId), 'call');
  if (sent.clientId !== clientId || sent.channel !== 'email') {
    throw new DomainError('CONFLICT', 'This id belongs to another call.');
  }
  tx.noteUnrecorded();
  return sent;
}
