import { eq, max } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { appendNote } from '../calls/append-note';
import type { addNoteInput, Note } from '../calls/model';
import { canWorkCall } from '../calls/policy';
import { loadCallCard, loadNotes } from '../calls/queries';
import { correctionLog } from './correction-log';
import { createMessage } from './create-message';
import { messages } from './tables';

/**
 * A correction: a new point of the log that names the one it corrects. Where the client has had a message of the call
 * (or waits for it), the correction is another part of it, and goes by the client's rule as it stands now.
 * @throws DomainError NOT_FOUND when it corrects no note of this call
 */
export async function addCorrection(actor: Actor, input: z.output<typeof addNoteInput>): Promise<Note> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, input.callId, { isLocked: true }), 'call');
    tx.authorize(canWorkCall(actor));
    const { note, isNew } = await appendNote(tx, call, { ...input, kind: 'correction' });
    const { id, clientId } = call;
    const part = isNew ? await loadLastPart(tx, id) : null;
    if (part === null || clientId === null) return note;
    const log = correctionLog(call, await loadNotes(tx, id), note);
    await createMessage(tx, { id, clientId }, part + 1, log);
    return note;
  });
}

/** null: the call has no message. */
async function loadLastPart(tx: WriteTx, callId: string): Promise<number | null> {
  const [row] = await tx.db
    .select({ part: max(messages.part) })
    .from(messages)
    .where(within(tx, messages, eq(messages.callId, callId)));
  return row?.part ?? null;
}
