import { eq, inArray, sql } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import { appendNote } from './append-note';
import type { CallCard } from './model';
import { canTakeCall } from './policy';
import { loadCallCard } from './queries';
import { calls } from './tables';

/**
 * The colleague to whom a call was offered takes it over, with everything written so far; the hand-over is a point of
 * the log. Of two who try exactly one has it.
 * @throws DomainError CONFLICT in words when it is not, or no more, offered to this person
 */
export async function takeCall(actor: Actor, callId: string): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canTakeCall(actor));
    const offered = requireFound(await loadCallCard(tx, callId, { isLocked: true }), 'call');
    const isOpen = offered.state === 'live' || offered.state === 'wrap_up';
    if (isOpen && offered.handoverToId === null && offered.answeredById === actor.id) {
      tx.noteUnrecorded();
      return offered;
    }
    if (!isOpen || offered.handoverToId !== actor.id) throw refusal(offered, isOpen);
    await tx.db
      .update(calls)
      .set({
        answeredById: sql`${actor.id}::uuid`,
        answeredByName: actor.name,
        handoverToId: null,
        handoverToName: null,
        handoverWords: null,
        handoverAt: null,
      })
      .where(
        within(
          tx,
          calls,
          eq(calls.id, callId),
          eq(calls.handoverToId, sql`${actor.id}::uuid`),
          inArray(calls.state, ['live', 'wrap_up']),
        ),
      );
    await appendNote(tx, offered, { kind: 'point', text: handoverWords(offered, actor.name) });
    await recordAudit(tx, 'call.taken', offered, { fromId: offered.answeredById });
    return announceCall(tx, callId);
  });
}

function handoverWords({ answeredByName, handoverWords: words }: CallCard, to: string): string {
  const line = `Handed over from ${answeredByName ?? 'a colleague'} to ${to}`;
  return words ? `${line}: ${words}` : line;
}

function refusal({ answeredByName, handoverToName }: CallCard, isOpen: boolean): DomainError {
  if (!isOpen) return new DomainError('CONFLICT', 'This call is over.');
  const has = `${answeredByName ?? 'A colleague'} has this call`;
  const words =
    handoverToName === null
      ? `${has}, and offers it to nobody.`
      : `${has}, and offers it to ${handoverToName}.`;
  return new DomainError('CONFLICT', words);
}
