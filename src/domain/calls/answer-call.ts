import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import { applyCallEvent } from './apply-call-event';
import type { CallCard } from './model';
import { canAnswerCall } from './policy';
import { loadCallCard } from './queries';
import { calls } from './tables';

/**
 * An operator takes a call; of two at once exactly one has it.
 * @throws DomainError CONFLICT naming the colleague who has it, or that the caller hung up
 */
export async function answerCall(actor: Actor, callId: string): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canAnswerCall(actor));
    const [taken] = await tx.db
      .update(calls)
      .set({ answeredById: sql`${actor.id}::uuid`, answeredByName: actor.name })
      .where(
        within(
          tx,
          calls,
          eq(calls.id, callId),
          isNull(calls.answeredById),
          inArray(calls.state, ['ringing', 'live']),
        ),
      )
      .returning({ id: calls.id, clientId: calls.clientId });
    if (taken === undefined) {
      const call = requireFound(await loadCallCard(tx, callId), 'call');
      if (call.answeredById !== actor.id || call.state === 'closed') throw refusal(call);
      tx.noteUnrecorded();
      return call;
    }
    await applyCallEvent(tx, taken, { type: 'answered', at: tx.now });
    await recordAudit(tx, 'call.answered', taken);
    return announceCall(tx, callId);
  });
}

function refusal(call: CallCard): DomainError {
  if (call.state === 'abandoned') return new DomainError('CONFLICT', 'The caller hung up.');
  if (call.state === 'closed') return new DomainError('CONFLICT', 'This call is closed.');
  return new DomainError('CONFLICT', `${call.answeredByName ?? 'A colleague'} has this call already.`);
}
