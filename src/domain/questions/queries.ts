import { eq, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { briefingInForce } from '../briefings/version-queries';
import { sameQuestion, type listQuestionGroupsInput, type QuestionGroup, type QuestionState } from './model';
import { questions } from './tables';

/** Of a briefing's open questions, the newest are compared; more make no new group. */
const MOST_COMPARED = 500;

type GroupRow = {
  group_id: string;
  briefing_id: string;
  client_id: string;
  client_name: string;
  headline: string;
  ids: string[];
  texts: string[];
  count: number;
  callers: number;
  first_asked: number;
  last_asked: number;
  state: QuestionState;
};

/** Questions by what they mean, the most asked first; at most 200 groups. */
export async function listQuestionGroups(
  actor: Actor,
  { state, ...input }: z.output<typeof listQuestionGroupsInput>,
): Promise<QuestionGroup[]> {
  const briefingId = input.briefingId ?? null;
  const clientId = input.clientId ?? null;
  return readTx(actor, async (tx) => {
    const rows = await tx.db.execute<GroupRow>(sql`
      with groups as (
        select q.group_id, q.briefing_id, q.client_id, q.state, count(*)::integer as count,
          count(distinct coalesce(c.caller_phone, case when c.is_ani_valid then c.ani end, c.id::text))::integer as callers,
          (array_agg(q.id order by q.asked_at desc, q.id desc))[1:20] as ids,
          (array_agg(q.text order by q.asked_at desc, q.id desc))[1:20] as texts,
          min(q.asked_at) as first_asked, max(q.asked_at) as last_asked
        from questions q
        join calls c on c.organization_id = q.organization_id and c.id = q.call_id
        where q.organization_id = ${actor.organizationId} and q.state = ${state}
          and (${actor.clientId}::uuid is null or q.client_id = ${actor.clientId})
          and (${briefingId}::uuid is null or q.briefing_id = ${briefingId})
          and (${clientId}::uuid is null or q.client_id = ${clientId})
        group by q.group_id, q.briefing_id, q.client_id, q.state
        order by count desc, last_asked desc, q.group_id
        limit 200
      )
      select g.group_id, g.briefing_id, g.client_id, g.state, g.count, g.callers, g.ids, g.texts, clients.name as client_name,
        coalesce(v.content->>'headline', b.draft->>'headline') as headline,
        (extract(epoch from g.first_asked) * 1000)::double precision as first_asked,
        (extract(epoch from g.last_asked) * 1000)::double precision as last_asked
      from groups g
      join clients on clients.organization_id = ${actor.organizationId} and clients.client_id = g.client_id
      join briefings b on b.organization_id = ${actor.organizationId} and b.id = g.briefing_id
      left join briefing_versions v on v.organization_id = b.organization_id and v.briefing_id = b.id
        and v.version = b.current_version
      order by g.count desc, g.last_asked desc, g.group_id`);
    return rows.map((row) => ({
      groupId: row.group_id,
      briefingId: row.briefing_id,
      clientId: row.client_id,
      clientName: row.client_name,
      headline: row.headline,
      questionIds: row.ids,
      texts: row.texts,
      count: row.count,
      callers: row.callers,
      firstAskedAt: new Date(row.first_asked),
      lastAskedAt: new Date(row.last_asked),
      state: row.state,
    }));
  });
}

/** Asking and sorting the questions of one briefing happen one after another. */
export async function lockQuestions(tx: ReadTx, briefingId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`questions ${briefingId}`}, 0))`);
}

/**
 * The briefing that a call's question is for: the one its operator spoke from; where the call had none or that one is
 * over, what is in force now, else what is published for later. null: none, undefined: no such call.
 */
export async function findAskedBriefing(
  tx: ReadTx,
  callId: string,
  at: Date,
): Promise<string | null | undefined> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const rows = await tx.db.execute<{ id: string | null }>(sql`
    select coalesce(own.id, inforce.briefing_id, later.id, c.briefing_id) as id
    from calls c
    left join briefings own on own.organization_id = c.organization_id and own.id = c.briefing_id
      and own.state = 'published'
    left join lateral (${briefingInForce(sql`c.organization_id`, sql`c.client_id`, now)}) inforce on true
    left join lateral (
      select p.id from briefings p
      where p.organization_id = c.organization_id and p.client_id = c.client_id and p.state = 'published'
      order by p.published_at desc limit 1
    ) later on true
    where c.organization_id = ${tx.actor.organizationId} and c.id = ${callId}`);
  return rows[0]?.id;
}

/** The group of the open question that is most alike; undefined: nobody asked anything like it yet. */
export async function findLikeGroup(
  tx: ReadTx,
  briefingId: string,
  text: string,
): Promise<string | undefined> {
  const rows = await tx.db.execute<{ group_id: string }>(sql`
    select group_id from (
      select q.group_id, q.asked_at, likeness(${text}, q.text) as likeness from (
        select group_id, text, asked_at from questions
        where organization_id = ${tx.actor.organizationId} and briefing_id = ${briefingId} and state = 'open'
        order by asked_at desc, id desc limit ${MOST_COMPARED}) q
    ) compared
    where likeness >= ${sameQuestion}
    order by likeness desc, asked_at, group_id limit 1`);
  return rows[0]?.group_id;
}

/** Where a group belongs; it may hold open, answered or dismissed questions. */
export async function findGroup(
  tx: ReadTx,
  groupId: string,
): Promise<{ briefingId: string; clientId: string } | undefined> {
  const [row] = await tx.db
    .select({ briefingId: questions.briefingId, clientId: questions.clientId })
    .from(questions)
    .where(within(tx, questions, eq(questions.groupId, groupId)))
    .limit(1);
  return row;
}

type Question = typeof questions.$inferSelect;

export async function loadQuestion(tx: ReadTx, questionId: string): Promise<Question | undefined> {
  const [row] = await tx.db
    .select()
    .from(questions)
    .where(within(tx, questions, eq(questions.id, questionId)));
  return row;
}

/** Whether a group has a question that waits for its answer. */
export async function hasOpenQuestion(tx: ReadTx, groupId: string): Promise<boolean> {
  const rows = await tx.db
    .select({ id: questions.id })
    .from(questions)
    .where(within(tx, questions, eq(questions.groupId, groupId), eq(questions.state, 'open')))
    .limit(1);
  return rows.length > 0;
}

/**
 * SQL for those who asked a group's open questions and can be called back, as createCallbacks takes them: the newest
 * question first.
 */
export function callersWhoAsked(tx: ReadTx, groupId: string): SQL {
  return sql`
    select q.call_id, c.caller_name as name,
      coalesce(c.caller_phone, case when c.is_ani_valid then c.ani end) as phone, q.text as before
    from questions q
    join calls c on c.organization_id = q.organization_id and c.id = q.call_id
    where q.organization_id = ${tx.actor.organizationId} and q.group_id = ${groupId} and q.state = 'open'
      and coalesce(c.caller_phone, case when c.is_ani_valid then c.ani end) is not null
    order by q.asked_at desc, q.id desc`;
}
