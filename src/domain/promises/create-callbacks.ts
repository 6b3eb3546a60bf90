import { is, SQL, sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { appendLiveEvent } from '../live/append-live-event';
import type { PromiseReason } from './model';
import { nextReminder } from './next-reminder';

/** What asks for the calls back: a recall, an answered group of questions, or a matter that was settled. */
export type CallbackCause = {
  id: string;
  reason: PromiseReason;
  clientId: string;
  /** null: it goes back to no briefing. */
  briefingId: string | null;
  /** Why, in words for whoever calls. */
  what: string;
  /** The wording to say, by its key in the newest version; null: nothing replaces the old one. */
  wordingKey: string | null;
  dueAt: Date;
};

/** `phone` is E.164; `before` is what this caller was told, or asked. */
export type CallbackCaller = { callId: string; name: string; phone: string; before: string };

/**
 * Puts on record that these callers are called back, inside a larger write: once a number, the first named wins.
 * Whoever has an open callback of this cause keeps it; with `isReopening` one that was ended is opened again, as if
 * nobody had tried yet: what came of it before stays in its ledger.
 * @param callers rows, or a query that gives them as (call_id, name, phone, before), the preferred first
 * @returns how many callbacks were made or opened again
 */
export async function createCallbacks(
  tx: WriteTx,
  cause: CallbackCause,
  callers: readonly CallbackCaller[] | SQL,
  { isReopening = false } = {},
): Promise<number> {
  const named = is(callers, SQL)
    ? callers
    : sql`select "callId" as call_id, name, phone, before
        from jsonb_to_recordset(${JSON.stringify(callers)}::jsonb)
          as given ("callId" uuid, name text, phone text, before text)`;
  const now = tx.now.toISOString();
  const hours = { timeZone: 'UTC', spans: null, holidays: [] };
  const reminder = nextReminder({ owner: 'service', givenAt: tx.now, dueAt: cause.dueAt, hours }, tx.now);
  const onConflict = isReopening
    ? sql`do update set state = 'open', call_id = excluded.call_id, before = excluded.before, what = excluded.what,
        wording_key = excluded.wording_key, due_at = excluded.due_at, next_try_at = null, tries = 0,
        claimed_at = null, claimed_by_id = null, claimed_by_name = null, assigned_to_id = null,
        assigned_to_name = null, ended_at = null, ended_by_name = null, evidence = '', evidence_kind = null,
        evidence_id = null, remind_stage = excluded.remind_stage, remind_at = excluded.remind_at,
        remind_claimed_until = null
        where promises.state <> 'open'`
    : sql`do nothing`;
  const [row] = await tx.db.execute<{ created: number }>(sql`
    with named as (select * from (${named}) callers),
    numbered as (select *, row_number() over () as place from named),
    once as (select distinct on (phone) * from numbered order by phone, place),
    made as (
      insert into promises (organization_id, id, client_id, call_id, kind, reason, cause_id, briefing_id, what, before,
        wording_key, caller_name, caller_phone, due_at, state, remind_stage, remind_at, created_by_id,
        created_by_name, created_at)
      select ${tx.actor.organizationId}, gen_random_uuid(), ${cause.clientId}, call_id, 'callback', ${cause.reason},
        ${cause.id}, ${cause.briefingId}, ${cause.what}, before, ${cause.wordingKey}, name, phone,
        ${cause.dueAt.toISOString()}, 'open', ${reminder?.stage ?? null}, ${reminder?.at.toISOString() ?? null},
        ${tx.actor.id}, ${tx.actor.name}, ${now}
      from once
      on conflict (organization_id, cause_id, caller_phone) ${onConflict}
      returning id
    ),
    told as (
      insert into promise_events (organization_id, id, client_id, promise_id, type, words, at, by_name)
      select ${tx.actor.organizationId}, gen_random_uuid(), ${cause.clientId}, id, 'given', ${cause.what}, ${now},
        ${tx.actor.kind === 'engine' ? null : tx.actor.name}
      from made
    )
    select count(*)::integer as created from made`);
  const created = row?.created ?? 0;
  if (created > 0) {
    const { clientId, id: causeId } = cause;
    await appendLiveEvent(tx, 'callbacks.changed', clientId, { clientId, causeId });
  }
  return created;
}
