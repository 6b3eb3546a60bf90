import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { holdBriefing } from '../briefings/queries';
import { appendNote } from '../calls/append-note';
import type { Note } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadCallOwner } from '../calls/queries';
import { appendLiveEvent } from '../live/append-live-event';
import { findAskedBriefing, findLikeGroup, lockQuestions } from './queries';
import { questions } from './tables';

type Asked = {
  callId: string;
  text: string;
  noteId?: string | undefined;
  correctsNoteId?: string | undefined;
};

/**
 * What a caller asked and the briefing does not answer: a point of the call's log and, where the client has a briefing,
 * a question for its author, together with those that mean the same. A retry with the same id finds the first.
 * @throws DomainError CONFLICT on a closed call
 */
export async function askQuestion(actor: Actor, input: Asked): Promise<Note> {
  return writeTx(actor, async (tx) => {
    const briefingId = requireFound(await findAskedBriefing(tx, input.callId, tx.now), 'call');
    // Before the call: whoever answers holds the briefing first, and refers to calls after.
    if (briefingId !== null) {
      await holdBriefing(tx, briefingId);
      await lockQuestions(tx, briefingId);
    }
    const call = requireFound(await loadCallOwner(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const { note, isNew } = await appendNote(tx, call, { ...input, kind: 'question' });
    const { clientId } = call;
    if (!isNew || briefingId === null || clientId === null) return note;
    const groupId = (await findLikeGroup(tx, briefingId, note.text)) ?? note.id;
    await tx.db.insert(questions).values({
      organizationId: actor.organizationId,
      id: note.id,
      clientId,
      briefingId,
      callId: call.id,
      groupId,
      text: note.text,
      state: 'open',
      askedAt: tx.now,
      askedByName: actor.name,
    });
    await appendLiveEvent(tx, 'questions.changed', clientId, { briefingId, clientId, groupId });
    return note;
  });
}
