import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import type { LiveBriefing } from '../briefings/model';
import { spokenContent } from '../briefings/spoken-content';
import { loadLiveBriefing } from '../briefings/version-queries';
import { announceCall } from './announce-call';
import type { CallCard, ringCallInput } from './model';
import { canRegisterCall } from './policy';
import { registerCall } from './register-call';

/** Enters a call by hand or by REST; a known `providerCallId` finds the call that is there. */
export async function ringCall(
  actor: Actor,
  input: z.output<typeof ringCallInput>,
): Promise<{ call: CallCard; briefing: LiveBriefing | null }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canRegisterCall(actor));
    const { id, isNew } = await registerCall(tx, {
      ...input,
      source: 'desk',
      providerCallId: input.providerCallId,
      at: tx.now,
    });
    if (!isNew) tx.noteUnrecorded();
    const call = await announceCall(tx, id);
    const versionId = call.briefingVersionId;
    const live = versionId === null ? undefined : await loadLiveBriefing(tx, versionId);
    if (live === undefined) return { call, briefing: null };
    // For desks of others too: what has expired is not there.
    const { content } = spokenContent(live.content, live.content.language, tx.now);
    return { call, briefing: { ...live, content } };
  });
}
