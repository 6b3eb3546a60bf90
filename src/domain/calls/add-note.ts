import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { appendNote } from './append-note';
import type { addNoteInput, Note } from './model';
import { canWorkCall } from './policy';
import { loadCallOwner } from './queries';

/**
 * Adds one point to the log. (A question is asked by questions/ask-question.ts, a correction made by
 * messages/add-correction.ts, which do more with it.)
 * @throws DomainError CONFLICT on a closed call, unless the note is a correction; NOT_FOUND when it corrects no note
 *   of this call
 */
export async function addNote(actor: Actor, input: z.output<typeof addNoteInput>): Promise<Note> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallOwner(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const { note } = await appendNote(tx, call, input);
    return note;
  });
}
