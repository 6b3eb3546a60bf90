import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from '../briefings/announce-briefing';
import { beginBriefing } from '../briefings/begin-briefing';
import { briefingContentInput, type Briefing } from '../briefings/model';
import { loadBriefing } from '../briefings/queries';
import { clients } from '../clients/tables';
import { announceSurge } from './announce-surge';
import type { surgeIdInput } from './model';
import { canDraftSurge } from './policy';
import { lockSurge } from './queries';
import { surgeDraft } from './surge-draft';
import { surges } from './tables';

/**
 * Begins a briefing from the callers' own words; nothing is published. Pressed again, it gives the same draft.
 * @throws DomainError CONFLICT when the surge was dismissed, or a briefing covers it
 */
export async function createSurgeDraft(
  actor: Actor,
  { surgeId }: z.output<typeof surgeIdInput>,
): Promise<Briefing> {
  return writeTx(actor, async (tx) => {
    const surge = requireFound(await lockSurge(tx, surgeId), 'surge');
    tx.authorize(canDraftSurge(actor, surge));
    if (surge.state === 'drafted' && surge.briefingId !== null) {
      tx.noteUnrecorded();
      return requireFound(await loadBriefing(tx, surge.briefingId), 'briefing');
    }
    if (surge.state !== 'open') {
      const words = surge.state === 'covered' ? 'A briefing covers this already.' : 'This was dismissed.';
      throw new DomainError('CONFLICT', words);
    }
    const rows = await tx.db
      .select({ timeZone: clients.timeZone })
      .from(clients)
      .where(within(tx, clients, eq(clients.clientId, surge.clientId)));
    const content = briefingContentInput.parse(surgeDraft(surge.words, requireRow(rows[0]).timeZone));
    const briefingId = await beginBriefing(tx, { clientId: surge.clientId, content });
    await tx.db
      .update(surges)
      .set({ state: 'drafted', endedAt: tx.now, endedByName: actor.name, briefingId })
      .where(within(tx, surges, eq(surges.id, surgeId)));
    await recordAudit(tx, 'surge.drafted', surge, { briefingId });
    await announceSurge(tx, surgeId);
    return announceBriefing(tx, briefingId);
  });
}
