import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { loadBriefing } from '../briefings/queries';
import { canReadIncidents } from './policy';

type Download = { briefingId: string; packId: string | null; format: 'pdf' | 'csv' };

/** Somebody takes the callers of an incident along: put on record before the first byte goes out. */
export async function recordPackDownload(
  actor: Actor,
  { briefingId, packId, format }: Download,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    tx.authorize(canReadIncidents(actor));
    await recordAudit(tx, 'pack.downloaded', briefing, { packId, format });
  });
}
