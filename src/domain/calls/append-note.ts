import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { announceCall } from './announce-call';
import type { addNoteInput, Note } from './model';
import { loadNote, type CallOwner } from './queries';
import { calls, noteDrafts, notes } from './tables';

/**
 * Adds one point to a call's log, inside a larger write that asked its policy. The screen makes the id, so a retry
 * finds the note it sent before.
 * @param call locked until the transaction ends
 * @throws DomainError CONFLICT on a closed call, unless the note is a correction; NOT_FOUND when it corrects no note
 *   of this call
 */
export async function appendNote(
  tx: WriteTx,
  call: CallOwner,
  input: Omit<z.output<typeof addNoteInput>, 'callId'>,
): Promise<{ note: Note; isNew: boolean }> {
  const { organizationId, id: byId, name: byName } = tx.actor;
  const id = input.noteId ?? newId();
  const sent = await loadNote(tx, id);
  if (sent !== undefined) {
    if (sent.callId !== call.id) throw new DomainError('CONFLICT', 'This note belongs to another call.');
    tx.noteUnrecorded();
    return { note: sent, isNew: false };
  }
  if (call.closedAt !== null && input.kind !== 'correction') {
    throw new DomainError('CONFLICT', 'This call is closed. Add a correction instead.');
  }
  if (input.correctsNoteId !== undefined) {
    const corrected = await loadNote(tx, input.correctsNoteId);
    requireFound(corrected?.callId === call.id ? corrected : undefined, 'note');
  }
  await tx.db.insert(notes).values({
    organizationId,
    id,
    clientId: call.clientId,
    callId: call.id,
    kind: input.kind,
    text: input.text,
    at: tx.now,
    byId,
    byName,
    correctsNoteId: input.correctsNoteId ?? null,
  });
  if (input.kind === 'abuse') {
    await tx.db
      .update(calls)
      .set({ abuseCount: sql`${calls.abuseCount} + 1` })
      .where(within(tx, calls, eq(calls.id, call.id)));
    await announceCall(tx, call.id);
  }
  await tx.db.delete(noteDrafts).where(
    within(
      tx,
      noteDrafts,
      eq(noteDrafts.callId, call.id),
      eq(noteDrafts.byId, byId),
      // As the note was: without the space around it.
      sql`regexp_replace(${noteDrafts.text}, '^\\s+|\\s+$', '', 'g') = ${input.text}`,
    ),
  );
  await recordAudit(tx, 'note.added', { id, clientId: call.clientId }, { kind: input.kind });
  const note = requireFound(await loadNote(tx, id), 'note');
  await appendLiveEvent(tx, 'note.added', call.clientId, { note });
  return { note, isNew: true };
}
