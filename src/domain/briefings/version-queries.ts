import { desc, eq, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { approvedContent, type RecordedApproval } from './approved-content';
import type { BriefingContent, BriefingVersion, LiveBriefing, Withdrawal } from './model';
import { loadBriefing } from './queries';
import { standingVersions } from './standing-versions';
import { briefings, briefingVersions, statementWithdrawals, wordingApprovals } from './tables';

const approvalColumns = {
  briefingId: wordingApprovals.briefingId,
  key: wordingApprovals.key,
  text: wordingApprovals.text,
  kind: wordingApprovals.kind,
  byName: wordingApprovals.byName,
  at: wordingApprovals.at,
};

type BriefingApproval = RecordedApproval & { briefingId: string };

/** Every approval that was given for words of these briefings, the first first. */
export async function loadApprovals(tx: ReadTx, briefingIds: readonly string[]): Promise<BriefingApproval[]> {
  if (briefingIds.length === 0) return [];
  return tx.db
    .select(approvalColumns)
    .from(wordingApprovals)
    .where(within(tx, wordingApprovals, inArray(wordingApprovals.briefingId, [...briefingIds])))
    .orderBy(wordingApprovals.at)
    .limit(50_000);
}

const MOST_WITHDRAWALS = 100;

/** Of each briefing, the newest first. */
async function loadWithdrawals(
  tx: ReadTx,
  briefingIds: readonly string[],
): Promise<(Withdrawal & { briefingId: string })[]> {
  if (briefingIds.length === 0) return [];
  return tx.db
    .select({
      briefingId: statementWithdrawals.briefingId,
      id: statementWithdrawals.id,
      statementId: statementWithdrawals.statementId,
      version: statementWithdrawals.version,
      text: statementWithdrawals.text,
      correction: statementWithdrawals.correction,
      reason: statementWithdrawals.reason,
      at: statementWithdrawals.at,
      byName: statementWithdrawals.byName,
    })
    .from(statementWithdrawals)
    .where(within(tx, statementWithdrawals, inArray(statementWithdrawals.briefingId, [...briefingIds])))
    .orderBy(desc(statementWithdrawals.at))
    .limit(MOST_WITHDRAWALS * briefingIds.length);
}

function byBriefing<Row extends { briefingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.briefingId, [...(found.get(row.briefingId) ?? []), row]);
  return found;
}

type VersionRow = Omit<LiveBriefing, 'approvals' | 'withdrawals' | 'unapproved'> & {
  content: BriefingContent;
};

/** The versions with what is on record about their words: two questions for all of them together. */
async function withApprovals(tx: ReadTx, rows: readonly VersionRow[]): Promise<LiveBriefing[]> {
  const briefingIds = [...new Set(rows.map((row) => row.briefingId))];
  const [approvals, withdrawals] = await Promise.all([
    loadApprovals(tx, briefingIds),
    loadWithdrawals(tx, briefingIds),
  ]);
  const approvalsOf = byBriefing(approvals);
  const withdrawalsOf = byBriefing(withdrawals);
  return rows.map((row) => ({
    ...row,
    ...approvedContent(row.content, approvalsOf.get(row.briefingId) ?? []),
    withdrawals: (withdrawalsOf.get(row.briefingId) ?? [])
      .slice(0, MOST_WITHDRAWALS)
      .map(({ briefingId: _, ...withdrawal }) => withdrawal),
  }));
}

const liveColumns = {
  briefingId: briefingVersions.briefingId,
  versionId: briefingVersions.id,
  version: briefingVersions.version,
  clientId: briefingVersions.clientId,
  clientName: clients.name,
  content: briefingVersions.content,
  publishedAt: briefingVersions.publishedAt,
  publishedByName: briefingVersions.publishedByName,
  startsAt: briefingVersions.startsAt,
  endsAt: briefingVersions.endsAt,
};

const isOfClient = sql`${clients.organizationId} = ${briefingVersions.organizationId}
  and ${clients.clientId} = ${briefingVersions.clientId}`;

/** One version as the desk may show it. */
export async function loadLiveBriefing(tx: ReadTx, versionId: string): Promise<LiveBriefing | undefined> {
  const rows = await tx.db
    .select(liveColumns)
    .from(briefingVersions)
    .innerJoin(clients, isOfClient)
    .where(within(tx, briefingVersions, eq(briefingVersions.id, versionId)));
  const [live] = await withApprovals(tx, rows);
  return live;
}

/** A briefing's newest version as the desk may show it. */
export async function loadNewestVersion(tx: ReadTx, briefingId: string): Promise<LiveBriefing | undefined> {
  const rows = await tx.db
    .select(liveColumns)
    .from(briefingVersions)
    .innerJoin(clients, isOfClient)
    .where(within(tx, briefingVersions, eq(briefingVersions.briefingId, briefingId)))
    .orderBy(desc(briefingVersions.version))
    .limit(1);
  const [live] = await withApprovals(tx, rows);
  return live;
}

/**
 * What operators speak from now, as the desk may show it: the newest version that has begun, also of a briefing that was
 * ended since.
 */
export async function loadBegunVersion(
  tx: ReadTx,
  briefingId: string,
  now: Date,
): Promise<LiveBriefing | undefined> {
  const { startsAt, version } = briefingVersions;
  const rows = await tx.db
    .select(liveColumns)
    .from(briefingVersions)
    .innerJoin(clients, isOfClient)
    .where(
      within(
        tx,
        briefingVersions,
        eq(briefingVersions.briefingId, briefingId),
        or(isNull(startsAt), lte(startsAt, now)),
      ),
    )
    .orderBy(desc(version))
    .limit(1);
  const [live] = await withApprovals(tx, rows);
  return live;
}

/** Word for word as published, with what nobody approved: never for a desk. */
export async function loadVersionContent(
  tx: ReadTx,
  briefingId: string,
  version: number,
): Promise<BriefingContent | undefined> {
  const [row] = await tx.db
    .select({ content: briefingVersions.content })
    .from(briefingVersions)
    .where(
      within(
        tx,
        briefingVersions,
        eq(briefingVersions.briefingId, briefingId),
        eq(briefingVersions.version, version),
      ),
    );
  return row?.content;
}

/** What operators speak from now, and what comes into force after it, in that order: word for word as published. */
export async function loadStandingContents(
  tx: ReadTx,
  briefingId: string,
  now: Date,
): Promise<BriefingContent[]> {
  const versions = await tx.db
    .select({
      id: briefingVersions.id,
      version: briefingVersions.version,
      startsAt: briefingVersions.startsAt,
    })
    .from(briefingVersions)
    .where(within(tx, briefingVersions, eq(briefingVersions.briefingId, briefingId)));
  const standing = standingVersions(versions, now);
  if (standing.length === 0) return [];
  const ids = standing.map(({ id }) => id);
  const rows = await tx.db
    .select({ id: briefingVersions.id, content: briefingVersions.content })
    .from(briefingVersions)
    .where(within(tx, briefingVersions, inArray(briefingVersions.id, ids)));
  const contentOf = new Map(rows.map(({ id, content }) => [id, content]));
  return ids.flatMap((id) => contentOf.get(id) ?? []);
}

/** Newest first; at most 100. */
export async function listBriefingVersions(actor: Actor, briefingId: string): Promise<BriefingVersion[]> {
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, briefingId), 'briefing');
    const rows = await tx.db
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
    const recorded = await loadApprovals(tx, [briefingId]);
    return rows.map((row) => ({ ...row, approvals: approvedContent(row.content, recorded).approvals }));
  });
}

/** What a desk holds: versions in force now, and those that come into force within a day; at most 500. */
export async function listLiveBriefings(tx: ReadTx, at: Date): Promise<LiveBriefing[]> {
  const soon = after(at, DAY).toISOString();
  const now = at.toISOString();
  const begun = sql`select max(v.version) from briefing_versions v
    where v.organization_id = ${briefings.organizationId} and v.briefing_id = ${briefings.id}
      and (v.starts_at is null or v.starts_at <= ${now})`;
  const rows = await tx.db
    .select(liveColumns)
    .from(briefings)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${briefings.organizationId}
        and ${briefingVersions.briefingId} = ${briefings.id}`,
    )
    .innerJoin(clients, isOfClient)
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
  return withApprovals(tx, rows);
}

/**
 * SQL for the version in force of one client at an instant, as (briefing_id, version_id): the rule of
 * version-in-force.ts for each of the client's briefings, and of several the first by precedence.ts.
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
    order by array_position(array['critical', 'high', 'medium', 'low'], v.severity), v.published_at desc, b.id
    limit 1`;
}

/** Which versions an operator has confirmed, of the briefings that are published now: the newest number of each. */
export async function loadOwnReadings(tx: ReadTx): Promise<Record<string, number>> {
  const rows = await tx.db.execute<{ briefing_id: string; version: number }>(sql`
    select r.briefing_id, max(r.version) as version
    from briefing_readings r
    join briefings b on b.organization_id = r.organization_id and b.id = r.briefing_id
    where r.organization_id = ${tx.actor.organizationId} and r.membership_id = ${tx.actor.id}
      and b.state = 'published'
    group by r.briefing_id
    limit 1000`);
  return Object.fromEntries(rows.map((row) => [row.briefing_id, row.version]));
}
