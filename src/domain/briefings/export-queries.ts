import { eq } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { approvedContent } from './approved-content';
import type { BriefingExport } from './briefing-sheet';
import { loadBriefing } from './queries';
import { loadApprovals, loadNewestVersion } from './version-queries';

/** A briefing as it leaves the product: the newest published version, or the draft of one that never was. */
export async function getBriefingExport(actor: Actor, briefingId: string): Promise<BriefingExport> {
  return readTx(actor, async (tx, clock) => {
    const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    const [exportedAt, newest, recorded, places] = await Promise.all([
      clock(),
      loadNewestVersion(tx, briefingId),
      loadApprovals(tx, [briefingId]),
      tx.db
        .select({ timeZone: clients.timeZone })
        .from(clients)
        .where(within(tx, clients, eq(clients.clientId, briefing.clientId))),
    ]);
    const content = briefing.published ?? briefing.draft;
    return {
      briefingId,
      clientId: briefing.clientId,
      clientName: briefing.clientName,
      timeZone: places[0]?.timeZone ?? 'UTC',
      state: briefing.state,
      version: newest?.version ?? 0,
      publishedAt: newest?.publishedAt ?? null,
      publishedByName: newest?.publishedByName ?? '',
      exportedAt,
      content,
      approvals: approvedContent(content, recorded).approvals,
      withdrawals: newest?.withdrawals ?? [],
    };
  });
}
