import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import type { saveNoteDraftInput } from './model';
import { canWorkCall } from './policy';
import { loadCallOwner } from './queries';
import { noteDrafts } from './tables';

/** Keeps the point that is being typed. Not yet part of the log, so it leaves no audit row. */
export async function saveNoteDraft(
  actor: Actor,
  input: z.output<typeof saveNoteDraftInput>,
): Promise<{ savedAt: Date }> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallOwner(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const draft = { text: input.text, savedAt: tx.now };
    await tx.db
      .insert(noteDrafts)
      .values({
        organizationId: actor.organizationId,
        callId: call.id,
        byId: actor.id,
        deskId: input.deskId ?? '',
        clientId: call.clientId,
        ...draft,
      })
      .onConflictDoUpdate({
        target: [noteDrafts.organizationId, noteDrafts.callId, noteDrafts.byId, noteDrafts.deskId],
        set: draft,
      });
    tx.noteUnrecorded();
    return { savedAt: tx.now };
  });
}
