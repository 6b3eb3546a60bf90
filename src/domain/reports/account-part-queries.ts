import { sql } from 'drizzle-orm';
import { requireRow } from '../../kernel/errors';
import type { AccountContent, AccountEscalation, AccountPromise, AccountScope } from './account-content';
import {
  instantOf,
  milliseconds,
  ofClient,
  urgencyRank,
  type AccountQuestion,
} from './account-scope-queries';
import { MOST_ACCOUNT_DAYS, MOST_TOLD } from './model';

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

type EscalationRow = Omit<AccountEscalation, 'startedAt' | 'acknowledgedAt' | 'resolvedAt' | 'personal'> & {
  startedAt: number;
  acknowledgedAt: number | null;
  resolvedAt: number | null;
  words: string;
  begun: number;
  open: number;
};

/** Escalations that began or were settled in the time, and those that were begun before and are not settled. */
export async function loadAccountEscalations(
  question: AccountQuestion,
): Promise<Pick<AccountContent, 'escalations' | 'escalationsBegun' | 'escalationsOpen'>> {
  const { tx, from, until, isNamed } = question;
  const isOpen = sql`e.state in ('open', 'unanswered', 'acknowledged')`;
  const own = ofClient(question, 'e');
  const rows = await tx.db.execute<EscalationRow>(sql`
    with told as (
      select e.* from escalations e
      where ${own} and e.started_at >= ${instant(from)} and e.started_at < ${instant(until)}
      union all
      select e.* from escalations e where ${own} and ${isOpen} and e.started_at < ${instant(from)}
      union all
      select e.* from escalations e
      where ${own} and e.started_at < ${instant(from)}
        and e.started_at >= ${instant(from)} - make_interval(days => ${MOST_ACCOUNT_DAYS})
        and e.resolved_at >= ${instant(from)} and e.resolved_at < ${instant(until)} and not ${isOpen}
    )
    select e.id, k.name as "clientName", e.urgency, e.state, ${milliseconds(sql`e.started_at`)} as "startedAt",
      ${milliseconds(sql`e.acknowledged_at`)} as "acknowledgedAt", e.acknowledged_by_name as "acknowledgedByName",
      ${milliseconds(sql`e.resolved_at`)} as "resolvedAt", ${isNamed ? sql`e.summary` : sql`''`} as words,
      (count(*) filter (where e.started_at >= ${instant(from)}) over ())::integer as begun,
      (count(*) filter (where ${isOpen}) over ())::integer as open
    from told e
    left join clients k on (k.organization_id, k.client_id) = (e.organization_id, e.client_id)
    order by ${urgencyRank(sql`e.urgency`)}, e.started_at, e.id
    limit ${MOST_TOLD}`);
  return {
    escalationsBegun: rows[0]?.begun ?? 0,
    escalationsOpen: rows[0]?.open ?? 0,
    escalations: rows.map(
      ({ begun: _, open: __, startedAt, acknowledgedAt, resolvedAt, words, ...escalation }) => ({
        ...escalation,
        startedAt: new Date(startedAt),
        acknowledgedAt: instantOf(acknowledgedAt),
        resolvedAt: instantOf(resolvedAt),
        personal: isNamed ? { callerName: '', words } : null,
      }),
    ),
  };
}

/**
 * What was promised and became of it. Nothing ends more than five weeks after its deadline, so the index over deadlines
 * finds everything that was given or ended in the time.
 */
export async function loadAccountPromises(
  question: AccountQuestion,
): Promise<Pick<AccountContent, 'promises' | 'promisesTold'>> {
  const [promises, promisesTold] = await Promise.all([countPromises(question), loadPromisesTold(question)]);
  return { promises, promisesTold };
}

const isEndedIn = ({ from, until }: AccountScope) =>
  sql`p.ended_at >= ${instant(from)} and p.ended_at < ${instant(until)}`;

const isDueLately = ({ from }: AccountScope) =>
  sql`p.due_at >= ${instant(from)} - make_interval(days => ${MOST_ACCOUNT_DAYS})`;

async function countPromises(question: AccountQuestion): Promise<AccountContent['promises']> {
  const { tx, from, until } = question;
  const ended = isEndedIn(question);
  const own = ofClient(question, 'p');
  const rows = await tx.db.execute<AccountContent['promises']>(sql`
    select done.*, waiting.* from
      (select
        count(*) filter (where p.created_at >= ${instant(from)} and p.created_at < ${instant(until)})::integer as given,
        count(*) filter (where p.state = 'kept' and ${ended})::integer as kept,
        count(*) filter (where p.state = 'kept' and ${ended} and p.ended_at > p.due_at)::integer as "keptLate",
        count(*) filter (where p.state = 'broken' and ${ended})::integer as broken,
        count(*) filter (where p.state = 'renegotiated' and ${ended})::integer as renegotiated,
        count(*) filter (where p.state = 'cancelled' and ${ended})::integer as cancelled
      from promises p where ${own} and ${isDueLately(question)}) as done,
      (select count(*)::integer as open, count(*) filter (where p.due_at <= app_now())::integer as overdue
      from promises p where ${own} and p.state = 'open') as waiting`);
  return requireRow(rows[0]);
}

type PromiseRow = Omit<AccountPromise, 'dueAt' | 'personal'> & {
  dueAt: number;
  callerName: string;
  words: string;
};

async function loadPromisesTold(question: AccountQuestion): Promise<AccountPromise[]> {
  const { tx, isNamed } = question;
  const own = ofClient(question, 'p');
  const rows = await tx.db.execute<PromiseRow>(sql`
    with told as (
      (select p.* from promises p where ${own} and p.state = 'open' order by p.due_at, p.id limit ${MOST_TOLD})
      union all
      (select p.* from promises p where ${own} and p.state = 'broken' and ${isDueLately(question)} and ${isEndedIn(question)}
        order by p.due_at, p.id limit ${MOST_TOLD})
    )
    select p.id, p.call_id as "callId", k.name as "clientName", p.kind, p.owner, p.state,
      ${milliseconds(sql`p.due_at`)} as "dueAt",
      ${isNamed ? sql`p.caller_name` : sql`''`} as "callerName", ${isNamed ? sql`p.what` : sql`''`} as words
    from told p
    join clients k on (k.organization_id, k.client_id) = (p.organization_id, p.client_id)
    order by p.due_at, p.id
    limit ${MOST_TOLD}`);
  return rows.map(({ dueAt, callerName, words, ...promise }) => ({
    ...promise,
    dueAt: new Date(dueAt),
    personal: isNamed ? { callerName, words } : null,
  }));
}
