import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import type { confirmBriefingInput, Reach } from './model';
import { canConfirmBriefing } from './policy';
import { loadReach } from './reach-queries';
import { briefingReadings } from './tables';
import { loadLiveBriefing } from './version-queries';

/** The operator has read this version. Counted once; its author sees how many have. */
export async function confirmBriefing(
  actor: Actor,
  { versionId }: z.output<typeof confirmBriefingInput>,
): Promise<Reach> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canConfirmBriefing(actor));
    const live = requireFound(await loadLiveBriefing(tx, versionId), 'briefing version');
    const { briefingId, clientId, version } = live;
    const rows = await tx.db
      .insert(briefingReadings)
      .values({
        organizationId: actor.organizationId,
        versionId,
        membershipId: actor.id,
        clientId,
        briefingId,
        version,
        name: actor.name,
        at: tx.now,
      })
      .onConflictDoNothing()
      .returning({ at: briefingReadings.at });
    const reach = await loadReach(tx, versionId);
    if (rows.length === 0) {
      tx.noteUnrecorded();
      return reach;
    }
    await recordAudit(tx, 'briefing.confirmed', { id: briefingId, clientId }, { version });
    await appendLiveEvent(tx, 'briefing.confirmed', clientId, { briefingId, versionId, version, reach });
    return reach;
  });
}
