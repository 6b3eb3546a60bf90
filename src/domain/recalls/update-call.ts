import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { toE164 } from '../../kernel/phone';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from '../calls/announce-call';
import type { CallCard, updateCallInput } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadOpenCall } from '../calls/queries';
import { calls } from '../calls/tables';
import { joinRecallsOfCall } from './join-recalls-of-call';

/**
 * The caller, mood, urgency, wished solution and intake: changes what is given. The first mood is also the mood at the
 * start. Somebody who was told what is withdrawn by now can be called back once their number is known.
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
      })
      .where(within(tx, calls, eq(calls.id, callId)));
    await recordAudit(tx, 'call.updated', call, { fields: Object.keys(input) });
    if (typeof callerPhone === 'string') await joinRecallsOfCall(tx, callId);
    return announceCall(tx, callId);
  });
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
