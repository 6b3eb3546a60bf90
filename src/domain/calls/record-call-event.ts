import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { MINUTE } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import { applyCallEvent } from './apply-call-event';
import type { CallCard, recordCallEventInput } from './model';
import { canWorkCall } from './policy';
import { loadCallCard, loadCallOwner } from './queries';

/** What happened to a call, reported by the desk or by REST. `at` defaults to now and is never in the future. */
export async function recordCallEvent(
  actor: Actor,
  input: z.output<typeof recordCallEventInput>,
): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const owner = requireFound(await loadCallOwner(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const at = input.at === undefined ? tx.now : new Date(input.at);
    if (at.getTime() > tx.now.getTime() + MINUTE) {
      throw new DomainError('INVALID', 'That has not happened yet.', [
        { field: 'at', words: 'Use an instant that is not in the future.' },
      ]);
    }
    const isOperator = actor.kind === 'member';
    const hasChanged = await applyCallEvent(tx, owner, {
      type: input.type,
      at,
      answerer: isOperator ? { id: actor.id, name: actor.name } : null,
    });
    if (!hasChanged) {
      tx.noteUnrecorded();
      return requireFound(await loadCallCard(tx, input.callId), 'call');
    }
    await recordAudit(tx, 'call.event_recorded', owner, { type: input.type });
    return announceCall(tx, input.callId);
  });
}
