import { and, eq, isNull } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { announceBriefing } from '../briefings/announce-briefing';
import { beginBriefing } from '../briefings/begin-briefing';
import { identifiedContent } from '../briefings/identified-content';
import { briefingContentInput, type Briefing } from '../briefings/model';
import { canReceiveBriefing } from '../briefings/policy';
import { lockBriefing } from '../briefings/queries';
import { briefings } from '../briefings/tables';
import type { BriefingReport, ReceivedReport } from './model';
import { sameContent } from './same-content';
import { briefingSources } from './tables';

/**
 * Takes in what a source reports: a new draft for an incident it has not named before, else the same draft brought up
 * to date. Never more than a draft, and only while it is the source's own: once somebody saved, submitted or published
 * it, reports of that incident change nothing.
 */
export async function receiveBriefing(actor: Actor, report: BriefingReport): Promise<ReceivedReport> {
  return writeTx(actor, async (tx) => {
    const source = requireFound(await noteReceipt(tx), 'source');
    tx.authorize(canReceiveBriefing(actor, source));
    const found = await findDraft(tx, report.externalId);
    if (found === undefined) return begin(tx, source, report);
    const { briefing, sourceRevision } = found;
    const isOwn =
      briefing.state === 'draft' && briefing.review === 'none' && briefing.draftRevision === sourceRevision;
    if (!isOwn) {
      await recordAudit(tx, 'report.ignored', briefing);
      return { briefingId: briefing.id, draftRevision: briefing.draftRevision, isIgnored: true };
    }
    return bringUpToDate(tx, briefing, report);
  });
}

/** Also holds the source until the transaction ends, so that its reports are taken in one after another. */
async function noteReceipt(tx: WriteTx): Promise<{ clientId: string; name: string } | undefined> {
  const [source] = await tx.db
    .update(briefingSources)
    .set({ lastReceivedAt: tx.now })
    .where(
      within(tx, briefingSources, eq(briefingSources.id, tx.actor.id), isNull(briefingSources.revokedAt)),
    )
    .returning({ clientId: briefingSources.clientId, name: briefingSources.name });
  return source;
}

async function findDraft(
  tx: WriteTx,
  externalId: string,
): Promise<{ briefing: Briefing; sourceRevision: number | null } | undefined> {
  const isMeant = and(eq(briefings.sourceId, tx.actor.id), eq(briefings.externalId, externalId));
  const [row] = await tx.db
    .select({ id: briefings.id, sourceRevision: briefings.sourceRevision })
    .from(briefings)
    .where(within(tx, briefings, isMeant))
    .for('update');
  if (row === undefined) return undefined;
  const briefing = requireFound(await lockBriefing(tx, row.id), 'briefing');
  return { briefing, sourceRevision: row.sourceRevision };
}

async function begin(
  tx: WriteTx,
  source: { clientId: string; name: string },
  { externalId, content }: BriefingReport,
): Promise<ReceivedReport> {
  const briefingId = await beginBriefing(tx, {
    clientId: source.clientId,
    content: { ...briefingContentInput.parse({}), ...content },
    sourceId: tx.actor.id,
    sourceName: source.name,
    externalId,
  });
  const { draftRevision } = await announceBriefing(tx, briefingId);
  return { briefingId, draftRevision, isIgnored: false };
}

async function bringUpToDate(
  tx: WriteTx,
  briefing: Briefing,
  { content }: BriefingReport,
): Promise<ReceivedReport> {
  const { id: briefingId, draft } = briefing;
  const wanted = { ...draft, ...content };
  if (sameContent(draft, wanted)) {
    tx.noteUnrecorded();
    return { briefingId, draftRevision: briefing.draftRevision, isIgnored: false };
  }
  const draftRevision = briefing.draftRevision + 1;
  await tx.db
    .update(briefings)
    .set({
      draft: identifiedContent(wanted, newId),
      draftRevision,
      sourceRevision: draftRevision,
      updatedAt: tx.now,
      updatedByName: tx.actor.name,
    })
    .where(within(tx, briefings, eq(briefings.id, briefingId)));
  await recordAudit(tx, 'briefing.saved', briefing, { revision: draftRevision });
  await announceBriefing(tx, briefingId);
  return { briefingId, draftRevision, isIgnored: false };
}
