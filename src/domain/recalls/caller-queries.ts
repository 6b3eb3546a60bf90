import { eq, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound, requireRow } from '../../kernel/errors';
import { statementWithdrawals } from '../briefings/tables';
import { numberToReach } from '../calls/told-queries';
import type { PromiseState } from '../promises/model';
import type { recallCallersInput, RecallCaller, ToldCount } from './model';
import { canReadRecalls } from './policy';
import { recalls } from './tables';

/** Words of a statement, in the briefing's own language, that were said up to a version. */
export type SaidWords = { briefingId: string; statementId: string; text: string; version: number };

type SaidInSql = { [Key in keyof SaidWords]: SaidWords[Key] | SQL };

/**
 * SQL for everyone who was told these words, a row a telling: (call_id, name, phone, text, told_at, by_name,
 * is_after_withdrawal). Told in another language counts too: what matters is that their version held these words.
 */
export function tellings(tx: ReadTx, said: SaidInSql): SQL {
  const { organizationId, clientId } = tx.actor;
  return sql`
    select t.call_id, called.name, called.phone, t.text, t.at as told_at, t.by_name, t.is_after_withdrawal
    from told_statements t
    cross join lateral (
      select calls.caller_name as name, ${numberToReach} as phone from calls
      where calls.organization_id = ${organizationId} and calls.id = t.call_id offset 0
    ) called
    where t.organization_id = ${organizationId} and t.statement_id = ${said.statementId}
      ${clientId === null ? sql`` : sql`and t.client_id = ${clientId}`}
      and t.briefing_version_id = any(array(
        select v.id from briefing_versions v cross join lateral jsonb_array_elements(v.content->'statements') item
        where v.organization_id = ${organizationId} and v.briefing_id = ${said.briefingId}
          and v.version <= ${said.version} and item->>'id' = ${said.statementId}::text
          and (item->>'text' = ${said.text}
            or exists (select from jsonb_each_text(item->'in') word where word.value = ${said.text}))))`;
}

/** How many they are: once a number, and calls without one each by itself. */
export async function countTold(tx: ReadTx, said: SaidWords): Promise<ToldCount> {
  const [row] = await tx.db.execute<{ numbers: number; without_number: number }>(sql`
    select count(distinct phone)::integer as numbers,
      count(distinct call_id) filter (where phone is null)::integer as without_number
    from (${tellings(tx, said)}) telling`);
  const { numbers, without_number: withoutNumber } = requireRow(row);
  return { callers: numbers + withoutNumber, withoutNumber };
}

/** SQL for whom to call back, once a number: their newest call, the newest name that is known, what they were told. */
export function callersToCallBack(tx: ReadTx, said: SaidWords): SQL {
  return sql`
    select distinct on (phone) call_id,
      coalesce(first_value(name) over (partition by phone order by name = '', told_at desc, call_id desc), '') as name,
      phone, text as before
    from (${tellings(tx, said)}) telling
    where phone is not null
    order by phone, told_at desc, call_id desc`;
}

type CallerRow = {
  place: string;
  phone: string | null;
  name: string;
  calls: number;
  last_call_id: string;
  told_at: string;
  told_by_name: string;
  is_after_withdrawal: boolean;
  state: PromiseState | null;
  tries: number;
};

/** Everyone who was told: those without a number first, call by call, then by number. */
export async function listRecallCallers(
  actor: Actor,
  input: z.output<typeof recallCallersInput>,
): Promise<Page<RecallCaller>> {
  requireAllowed(canReadRecalls(actor));
  const place = input.cursor === undefined ? undefined : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const said = requireFound(await loadSaidWords(tx, input.recallId), 'recall');
    // '!' sorts before '+', byte by byte.
    const rows = await tx.db.execute<CallerRow>(sql`
      with telling as (
        select *, coalesce(phone, '!' || call_id) collate "C" as place from (${tellings(tx, said)}) told
      ),
      caller as (
        select place, max(phone) as phone, count(distinct call_id)::integer as calls,
          (array_agg(name order by told_at desc) filter (where name <> ''))[1] as name,
          (array_agg(call_id order by told_at desc, call_id desc))[1] as last_call_id,
          max(told_at) as told_at,
          (array_agg(by_name order by told_at desc))[1] as told_by_name,
          bool_or(is_after_withdrawal) as is_after_withdrawal
        from telling
        ${place === undefined ? sql`` : sql`where place > ${place[0]} collate "C"`}
        group by place order by place limit ${input.limit + 1}
      )
      select caller.*, coalesce(caller.name, '') as name, p.state, coalesce(p.tries, 0) as tries
      from caller
      left join lateral (
        select p.state, p.tries from promises p
        where p.organization_id = ${actor.organizationId} and p.cause_id = ${input.recallId}
          and p.caller_phone = caller.phone offset 0
      ) p on true
      order by place`);
    const page = toPage([...rows], input.limit, (last) => [last.place, last.last_call_id]);
    return { ...page, items: page.items.map(toCaller) };
  });
}

function toCaller(row: CallerRow): RecallCaller {
  return {
    phone: row.phone,
    name: row.name,
    calls: row.calls,
    lastCallId: row.last_call_id,
    toldAt: new Date(row.told_at),
    toldByName: row.told_by_name,
    isAfterWithdrawal: row.is_after_withdrawal,
    state: row.state,
    tries: row.tries,
  };
}

async function loadSaidWords(tx: ReadTx, recallId: string): Promise<SaidWords | undefined> {
  const [row] = await tx.db
    .select({
      briefingId: recalls.briefingId,
      statementId: recalls.statementId,
      text: statementWithdrawals.text,
      version: statementWithdrawals.version,
    })
    .from(recalls)
    .innerJoin(
      statementWithdrawals,
      sql`${statementWithdrawals.organizationId} = ${recalls.organizationId}
        and ${statementWithdrawals.id} = ${recalls.withdrawalId}`,
    )
    .where(within(tx, recalls, eq(recalls.id, recallId)));
  return row;
}
