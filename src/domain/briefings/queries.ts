import { desc, eq, getTableColumns, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { after, DAY } from '../../kernel/duration';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { Briefing, BriefingSummary, BriefingVersion, listBriefingsInput, LiveBriefing } from './model';
import { briefings, briefingVersions } from './tables';

type Row = typeof briefings.$inferSelect & { clientName: string };

function toBriefing(row: Row): Briefing {
  const { draft } = row;
  return {
    id: row.id,
    clientId: row.clientId,
    clientName: row.clientName,
    state: row.state,
    headline: draft.headline,
    severity: draft.severity,
    currentVersion: row.currentVersion,
    draftRevision: row.draftRevision,
    hasUnpublishedChanges: row.publishedRevision !== row.draftRevision,
    startsAt: draft.startsAt === null ? null : new Date(draft.startsAt),
    endsAt: draft.endsAt === null ? null : new Date(draft.endsAt),
    nextUpdateDueAt: draft.nextUpdateDueAt === null ? null : new Date(draft.nextUpdateDueAt),
    publishedAt: row.publishedAt,
    resolvedAt: row.resolvedAt,
    updatedAt: row.updatedAt,
    updatedByName: row.updatedByName,
    draft,
  };
}

export function toSummary({ draft: _, ...summary }: Briefing): BriefingSummary {
  return summary;
}

function selectBriefings(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select({ ...getTableColumns(briefings), clientName: clients.name })
    .from(briefings)
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${briefings.organizationId} and ${clients.clientId} = ${briefings.clientId}`,
    )
    .where(within(tx, briefings, ...conditions));
}

export async function loadBriefing(tx: ReadTx, id: string): Promise<Briefing | undefined> {
  const [row] = await selectBriefings(tx, eq(briefings.id, id));
  return row === undefined ? undefined : toBriefing(row);
}

/** The briefing, held until the transaction ends: publications and saves of one briefing happen one after another. */
export async function lockBriefing(tx: ReadTx, id: string): Promise<Briefing | undefined> {
  const [row] = await selectBriefings(tx, eq(briefings.id, id)).for('update', { of: briefings });
  return row === undefined ? undefined : toBriefing(row);
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
      beforeId === undefined ? undefined : lt(briefings.id, beforeId),
    )
      .orderBy(desc(briefings.id))
      .limit(input.limit + 1);
    const summaries = rows.map((row) => toSummary(toBriefing(row)));
    return toPage(summaries, input.limit, (last) => [last.id]);
  });
}

/** Newest first; at most 100. */
export async function listBriefingVersions(actor: Actor, briefingId: string): Promise<BriefingVersion[]> {
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, briefingId), 'briefing');
    return tx.db
      .select({
        id: briefingVersions.id,
        briefingId: briefingVersions.briefingId,
        version: briefingVersions.version,
        content: briefingVersions.content,
        publishedAt: briefingVersions.publishedAt,
        publishedByName: briefingVersions.publishedByName,
      })
      .from(briefingVersions)
      .where(within(tx, briefingVersions, eq(briefingVersions.briefingId, briefingId)))
      .orderBy(desc(briefingVersions.version))
      .limit(100);
  });
}

const liveColumns = {
  briefingId: briefingVersions.briefingId,
  versionId: briefingVersions.id,
  version: briefingVersions.version,
  clientId: briefingVersions.clientId,
  content: briefingVersions.content,
  publishedAt: briefingVersions.publishedAt,
  publishedByName: briefingVersions.publishedByName,
  startsAt: briefingVersions.startsAt,
  endsAt: briefingVersions.endsAt,
};

export async function loadLiveBriefing(tx: ReadTx, versionId: string): Promise<LiveBriefing | undefined> {
  const [row] = await tx.db
    .select(liveColumns)
    .from(briefingVersions)
    .where(within(tx, briefingVersions, eq(briefingVersions.id, versionId)));
  return row;
}

/** What a desk holds: versions in force now, and those that come into force within a day; at most 500. */
export async function listLiveBriefings(tx: ReadTx, at: Date): Promise<LiveBriefing[]> {
  const soon = after(at, DAY).toISOString();
  const now = at.toISOString();
  const begun = sql`select max(v.version) from briefing_versions v
    where v.organization_id = ${briefings.organizationId} and v.briefing_id = ${briefings.id}
      and (v.starts_at is null or v.starts_at <= ${now})`;
  return tx.db
    .select(liveColumns)
    .from(briefings)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}`,
    )
    .where(
      within(
        tx,
        briefings,
        eq(briefings.state, 'published'),
        sql`(${briefingVersions.endsAt} is null or ${briefingVersions.endsAt} > ${now})`,
        sql`(${briefingVersions.version} = (${begun})
          or (${briefingVersions.startsAt} > ${now} and ${briefingVersions.startsAt} <= ${soon}))`,
      ),
    )
    .orderBy(desc(briefingVersions.publishedAt))
    .limit(500);
}

/**
 * SQL for the version in force of one client at an instant, as (briefing_id, version_id): the rule of
 * version-in-force.ts for each of the client's briefings, and of several the most severe, then the newest.
 * @param client an SQL expression for the client's id, @param now for the instant
 */
export function briefingInForce(organization: SQL, client: SQL, now: SQL): SQL {
  return sql`
    select b.id as briefing_id, v.id as version_id
    from briefings b
    cross join lateral (
      select v.id, v.ends_at, v.published_at, v.content->>'severity' as severity from briefing_versions v
      where v.organization_id = b.organization_id and v.briefing_id = b.id
        and v.published_at <= ${now} and (v.starts_at is null or v.starts_at <= ${now})
      order by v.version desc limit 1
    ) v
    where b.organization_id = ${organization} and b.client_id = ${client}
      and b.state = 'published' and (v.ends_at is null or v.ends_at > ${now})
    order by array_position(array['critical', 'high', 'medium', 'low'], v.severity), v.published_at desc, v.id
    limit 1`;
}
