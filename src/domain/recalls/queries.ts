import { desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { loadBriefing } from '../briefings/queries';
import { statementWithdrawals } from '../briefings/tables';
import { clients } from '../clients/tables';
import { countTold, tellings } from './caller-queries';
import type { listRecallsInput, Recall, statementIdInput, ToldCount } from './model';
import { canReadRecalls } from './policy';
import { loadStandingStatement } from './statement-queries';
import { recalls } from './tables';

type Row = Omit<Recall, 'isComplete' | 'callers'> & { numbers: number };

const headline = sql<string>`coalesce((
  select coalesce(v.content->>'headline', b.draft->>'headline')
  from briefings b
  left join briefing_versions v on v.organization_id = b.organization_id and v.briefing_id = b.id
    and v.version = b.current_version
  where b.organization_id = ${recalls.organizationId} and b.id = ${recalls.briefingId}), '')`;

function selectRecalls(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  const told = tellings(tx, {
    briefingId: sql`${recalls.briefingId}`,
    statementId: sql`${recalls.statementId}`,
    text: sql`${statementWithdrawals.text}`,
    version: sql`${statementWithdrawals.version}`,
  });
  return tx.db
    .select({
      id: recalls.id,
      clientId: recalls.clientId,
      clientName: clients.name,
      briefingId: recalls.briefingId,
      headline,
      statementId: recalls.statementId,
      version: statementWithdrawals.version,
      text: statementWithdrawals.text,
      correction: statementWithdrawals.correction,
      reason: statementWithdrawals.reason,
      callBack: recalls.callBack,
      dueAt: recalls.dueAt,
      createdAt: recalls.createdAt,
      byName: statementWithdrawals.byName,
      numbers: sql<number>`counted.numbers`,
      withoutNumber: sql<number>`counted.without_number`,
      kept: sql<number>`called.kept`,
      open: sql<number>`called.open`,
      unreached: sql<number>`called.unreached`,
    })
    .from(recalls)
    .innerJoin(
      statementWithdrawals,
      sql`${statementWithdrawals.organizationId} = ${recalls.organizationId}
        and ${statementWithdrawals.id} = ${recalls.withdrawalId}`,
    )
    .innerJoin(
      clients,
      sql`${clients.organizationId} = ${recalls.organizationId} and ${clients.clientId} = ${recalls.clientId}`,
    )
    .crossJoinLateral(
      sql`(select count(distinct phone)::integer as numbers,
        count(distinct call_id) filter (where phone is null)::integer as without_number from (${told}) telling) counted`,
    )
    .crossJoinLateral(
      sql`(select count(*) filter (where p.state = 'kept')::integer as kept,
        count(*) filter (where p.state = 'open')::integer as open,
        count(*) filter (where p.state in ('broken', 'cancelled'))::integer as unreached
        from promises p where p.organization_id = ${recalls.organizationId} and p.cause_id = ${recalls.id}) called`,
    )
    .where(within(tx, recalls, ...conditions));
}

function toRecall({ numbers, ...row }: Row): Recall {
  return {
    ...row,
    callers: numbers + row.withoutNumber,
    // Those without a number are the client's to look for; nobody is waited for.
    isComplete: !row.callBack || row.open === 0,
  };
}

/** Newest first. */
export async function listRecalls(
  actor: Actor,
  input: z.output<typeof listRecallsInput>,
): Promise<Page<Recall>> {
  requireAllowed(canReadRecalls(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await selectRecalls(
      tx,
      input.briefingId === undefined ? undefined : eq(recalls.briefingId, input.briefingId),
      input.clientId === undefined ? undefined : eq(recalls.clientId, input.clientId),
      beforeId === undefined ? undefined : lt(recalls.id, beforeId),
    )
      .orderBy(desc(recalls.id))
      .limit(input.limit + 1);
    return toPage(rows.map(toRecall), input.limit, (last) => [last.id]);
  });
}

export async function getRecall(actor: Actor, recallId: string): Promise<Recall> {
  requireAllowed(canReadRecalls(actor));
  return readTx(actor, async (tx) => {
    const [row] = await selectRecalls(tx, eq(recalls.id, recallId));
    return toRecall(requireFound(row, 'recall'));
  });
}

/**
 * How many callers were told a statement in its present words.
 * @throws DomainError CONFLICT or NOT_FOUND where it could not be withdrawn
 */
export async function countToldStatement(
  actor: Actor,
  { briefingId, statementId }: z.output<typeof statementIdInput>,
): Promise<ToldCount> {
  requireAllowed(canReadRecalls(actor));
  return readTx(actor, async (tx, clock) => {
    const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
    const { text } = await loadStandingStatement(tx, briefing, statementId, await clock());
    return countTold(tx, { briefingId, statementId, text, version: briefing.currentVersion });
  });
}
