import { desc, eq, getTableColumns, lt, or, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireFound } from '../../kernel/errors';
import type { ApprovalRule } from '../clients/model';
import { clients } from '../clients/tables';
import type { Briefing, BriefingContent, BriefingSummary, listBriefingsInput } from './model';
import { briefings, briefingVersions } from './tables';

type Row = typeof briefings.$inferSelect & {
  clientName: string;
  approvalRule: ApprovalRule;
  published: BriefingContent | null;
};

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

function toBriefing(row: Row): Briefing {
  const shown = row.published ?? row.draft;
  return {
    id: row.id,
    clientId: row.clientId,
    clientName: row.clientName,
    approvalRule: row.approvalRule,
    state: row.state,
    headline: shown.headline,
    severity: shown.severity,
    incidentStatus: shown.incidentStatus,
    currentVersion: row.currentVersion,
    draftRevision: row.draftRevision,
    hasUnpublishedChanges: row.publishedRevision !== row.draftRevision,
    review: row.review,
    submittedAt: row.submittedAt,
    submittedById: row.submittedById,
    submittedByName: row.submittedByName,
    reviewedByName: row.reviewedByName,
    reviewWords: row.reviewWords,
    unapprovedSince: row.unapprovedSince,
    sourceName: row.sourceName,
    startsAt: instantOf(shown.startsAt),
    endsAt: instantOf(shown.endsAt),
    nextUpdateDueAt: instantOf(shown.nextUpdateDueAt),
    publishedAt: row.publishedAt,
    resolvedAt: row.resolvedAt,
    updatedAt: row.updatedAt,
    updatedByName: row.updatedByName,
    draft: row.draft,
    published: row.published,
  };
}

export function toSummary(briefing: Briefing): BriefingSummary {
  const { draft: _draft, published: _published, approvalRule: _rule, ...summary } = briefing;
  return summary;
}

function selectBriefings(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({
      ...getTableColumns(briefings),
      clientName: clients.name,
      approvalRule: clients.approvalRule,
      published: briefingVersions.content,
    })
    .from(briefings)
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${briefings.organizationId} and ${clients.clientId} = ${briefings.clientId}`,
    )
    .leftJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}
        and ${briefingVersions.version} = ${briefings.currentVersion}`,
    )
    .where(within(tx, briefings, ...conditions));
}

export async function loadBriefing(tx: ReadTx, id: string): Promise<Briefing | undefined> {
  const [row] = await selectBriefings(tx, eq(briefings.id, id));
  return row === undefined ? undefined : toBriefing(row);
}

/** The briefing, held until the transaction ends: publications and saves of one briefing happen one after another. */
export async function lockBriefing(tx: ReadTx, id: string): Promise<Briefing | undefined> {
  // Two statements: whoever waited must see the version that was published meanwhile, not the row of before.
  await tx.db
    .select({ id: briefings.id })
    .from(briefings)
    .where(within(tx, briefings, eq(briefings.id, id)))
    .for('update');
  return loadBriefing(tx, id);
}

/** Holds what is published of a briefing as it is until the transaction ends; others may hold it too. */
export async function holdBriefing(tx: ReadTx, id: string): Promise<void> {
  await tx.db
    .select({ id: briefings.id })
    .from(briefings)
    .where(within(tx, briefings, eq(briefings.id, id)))
    .for('share');
}

export async function getBriefing(actor: Actor, briefingId: string): Promise<Briefing> {
  return readTx(actor, async (tx) => requireFound(await loadBriefing(tx, briefingId), 'briefing'));
}

/** Newest first. */
export async function listBriefings(
  actor: Actor,
  input: z.output<typeof listBriefingsInput>,
): Promise<Page<BriefingSummary>> {
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await selectBriefings(
      tx,
      input.clientId === undefined ? undefined : eq(briefings.clientId, input.clientId),
      input.state === undefined ? undefined : eq(briefings.state, input.state),
      // Word for word the condition of the index briefings_outstanding.
      input.review === undefined
        ? undefined
        : or(sql`${briefings.review} = 'submitted'`, sql`${briefings.unapprovedSince} is not null`),
      beforeId === undefined ? undefined : lt(briefings.id, beforeId),
    )
      .orderBy(desc(briefings.id))
      .limit(input.limit + 1);
    const summaries = rows.map((row) => toSummary(toBriefing(row)));
    return toPage(summaries, input.limit, (last) => [last.id]);
  });
}
