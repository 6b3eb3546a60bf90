import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { toE164 } from '../../kernel/phone';
import { recordAudit } from '../audit/record-audit';
import { loadLiveBriefing } from '../briefings/version-queries';
import { announceCall } from '../calls/announce-call';
import type { CallCard, updateCallInput } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadOpenCall, type CallOwner } from '../calls/queries';
import { calls } from '../calls/tables';
import { loadCallType, loadChosenPlaybook, loadClientPlaybook } from '../playbooks/queries';
import { announcePromisesOfCall } from '../promises/announce-promises-of-call';
import { joinRecallsOfCall } from './join-recalls-of-call';

/**
 * The caller, mood, urgency, wished solution, intake, the matter and the steps of the playbook: changes what is given.
 * The first mood is also the mood at the start. A call type that names a playbook of its own changes the call's, unless
 * the briefing names one. Somebody who was told what is withdrawn by now can be called back once their number is known.
 */
export async function updateCall(
  actor: Actor,
  { callId, ...input }: z.output<typeof updateCallInput>,
): Promise<CallCard> {
  const callerPhone = parseCallerPhone(input.callerPhone);
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadOpenCall(tx, callId), 'call');
    tx.authorize(canWorkCall(actor));
    await tx.db
      .update(calls)
      .set({
        id: callId,
        ...(input.callerName !== undefined && { callerName: input.callerName }),
        ...(callerPhone !== undefined && { callerPhone }),
        ...(input.mood !== undefined && {
          mood: input.mood,
          moodAtStart: sql`coalesce(${calls.moodAtStart}, ${input.mood})`,
        }),
        ...(input.urgency !== undefined && { urgency: input.urgency }),
        ...(input.requestedSolution !== undefined && { requestedSolution: input.requestedSolution }),
        ...(input.intake !== undefined && {
          intake: sql`${calls.intake} || ${JSON.stringify(input.intake)}::jsonb`,
        }),
        ...(input.issue !== undefined && { issue: input.issue }),
        ...(input.apology !== undefined && { apology: input.apology }),
        ...(input.steps !== undefined && { steps: stepsWith(input.steps, tx.now) }),
        ...(input.callTypeId !== undefined && {
          callTypeId: input.callTypeId,
          ...(await playbookOf(tx, call, input.callTypeId)),
        }),
      })
      .where(within(tx, calls, eq(calls.id, callId)));
    await recordAudit(tx, 'call.updated', call, { fields: Object.keys(input) });
    if (typeof callerPhone === 'string') await joinRecallsOfCall(tx, callId);
    if (callerPhone !== undefined || input.callerName !== undefined) await announcePromisesOfCall(tx, callId);
    return announceCall(tx, callId);
  });
}

/** A step that is ticked again keeps its first instant. */
function stepsWith(ticks: Record<string, boolean>, now: Date) {
  const undone = Object.keys(ticks).filter((id) => ticks[id] === false);
  const done = Object.keys(ticks).filter((id) => ticks[id] === true);
  const fresh = Object.fromEntries(done.map((id) => [id, now.toISOString()]));
  return sql`${JSON.stringify(fresh)}::jsonb || (${calls.steps} - ${sql.param(undone)}::text[])`;
}

/** The playbook that follows from a call type; nothing where it stays as it is. */
async function playbookOf(tx: WriteTx, call: CallOwner, callTypeId: string | null) {
  if (callTypeId === null) return {};
  const callType = requireFound(await loadCallType(tx, callTypeId), 'call type');
  if (callType.clientId !== null && callType.clientId !== call.clientId) {
    throw new DomainError('INVALID', 'This call type belongs to another client.');
  }
  if (callType.playbookId === null) return {};
  const briefing =
    call.briefingVersionId === null ? undefined : await loadLiveBriefing(tx, call.briefingVersionId);
  if ((briefing?.content.playbookId ?? null) !== null) return {};
  const client = call.clientId === null ? undefined : await loadClientPlaybook(tx, call.clientId);
  const playbook = await loadChosenPlaybook(tx, {
    callType: callType.playbookId,
    client: client?.playbookId,
  });
  return { playbookId: playbook.id, playbookVersion: playbook.version };
}

/** undefined: unchanged; null: none. */
function parseCallerPhone(text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === '') return null;
  const number = toE164(text);
  if (number === null) {
    throw new DomainError('INVALID', 'That is not a phone number.', [
      { field: 'callerPhone', words: 'Write it with its country code, for example +49 30 123456.' },
    ]);
  }
  return number;
}
