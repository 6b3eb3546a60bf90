import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import { requireClient } from '../tenancy/queries';
import type { Urgency } from '../calls/model';
import type { AccountCall, AccountContent, AccountScope } from './account-content';
import { loadAccountEscalations, loadAccountPromises } from './account-part-queries';
import { milliseconds, ofClient, urgencyRank, type AccountQuestion } from './account-scope-queries';
import { MOST_TOLD, type CallFate, type getAccountInput } from './model';
import { canReadAccounts } from './policy';

const rankOf: Record<Urgency, number> = { emergency: 0, urgent: 1, routine: 2 };

/** What a day or a week was. Four questions, each over an index of its instants, on their way together. */
export async function loadAccount(
  tx: ReadTx,
  scope: AccountScope,
  isNamed: boolean,
): Promise<AccountContent> {
  const question = { ...scope, tx, isNamed };
  const [counted, callsTold, escalations, promises] = await Promise.all([
    countCalls(question),
    loadCallsTold(question),
    loadAccountEscalations(question),
    loadAccountPromises(question),
  ]);
  const { clientId, from, until, leastUrgency } = scope;
  return { clientId, from, until, leastUrgency, ...counted, callsTold, ...escalations, ...promises };
}

const between = ({ from, until }: AccountScope) =>
  sql`c.ring_at >= ${from.toISOString()}::timestamptz and c.ring_at < ${until.toISOString()}::timestamptz`;

/** As everywhere in reports: answered, given up, not answered yet, or in writing. */
const fate = sql`case when c.channel = 'email' then 'written' when c.answered_at is not null then 'answered'
  when coalesce(c.abandoned_at, c.ended_at, c.closed_at) is not null then 'abandoned' else 'ringing' end`;

async function countCalls(question: AccountQuestion): Promise<Pick<AccountContent, 'calls' | 'fates'>> {
  const rows = await question.tx.db.execute<{ urgency: Urgency; fate: CallFate; calls: number }>(sql`
    select c.urgency, ${fate} as fate, count(*)::integer as calls from calls c
    where ${ofClient(question, 'c')} and ${between(question)}
    group by 1, 2`);
  const calls: Record<Urgency, number> = { routine: 0, urgent: 0, emergency: 0 };
  const fates: Record<CallFate, number> = { answered: 0, abandoned: 0, ringing: 0, written: 0 };
  for (const row of rows) {
    calls[row.urgency] += row.calls;
    fates[row.fate] += row.calls;
  }
  return { calls, fates };
}

type CallRow = Omit<AccountCall, 'ringAt' | 'personal'> & {
  ringAt: number;
  callerName: string;
  words: string;
};

async function loadCallsTold(question: AccountQuestion): Promise<AccountCall[]> {
  const { tx, leastUrgency, isNamed } = question;
  const order = sql`${urgencyRank(sql`c.urgency`)}, c.ring_at, c.id`;
  const rows = await tx.db.execute<CallRow>(sql`
    with told as materialized (
      select c.* from calls c
      where ${ofClient(question, 'c')} and ${between(question)}
        and ${urgencyRank(sql`c.urgency`)} <= ${rankOf[leastUrgency]}
      order by ${order}
      limit ${MOST_TOLD}
    )
    select c.id, k.name as "clientName", ${milliseconds(sql`c.ring_at`)} as "ringAt", c.urgency, ${fate} as fate,
      c.disposition, coalesce(v.content->>'headline', t.name) as about,
      ${isNamed ? sql`c.caller_name` : sql`''`} as "callerName", ${isNamed ? sql`c.issue` : sql`''`} as words
    from told c
    left join clients k on (k.organization_id, k.client_id) = (c.organization_id, c.client_id)
    left join briefing_versions v on (v.organization_id, v.id) = (c.organization_id, c.briefing_version_id)
    left join call_types t on (t.organization_id, t.id) = (c.organization_id, c.call_type_id)
    order by ${order}`);
  return rows.map(({ ringAt, callerName, words, ...call }) => ({
    ...call,
    ringAt: new Date(ringAt),
    personal: isNamed ? { callerName, words } : null,
  }));
}

/**
 * The account of any time up to five weeks, with the callers' names: what the mail of then leads to, as it stands now.
 * @throws DomainError NOT_FOUND
 */
export async function getAccount(
  actor: Actor,
  input: z.output<typeof getAccountInput>,
): Promise<AccountContent & { clientName: string | null; timeZone: string | null }> {
  requireAllowed(canReadAccounts(actor));
  return readTx(actor, async (tx) => {
    const clientId = input.clientId ?? actor.clientId;
    if (clientId !== null) await requireClient(tx, clientId);
    const scope = {
      clientId,
      from: new Date(input.from),
      until: new Date(input.to),
      leastUrgency: input.leastUrgency,
    };
    const [content, client] = await Promise.all([
      loadAccount(tx, scope, true),
      clientId === null ? undefined : loadAccountClient(tx, clientId),
    ]);
    return { ...content, clientName: client?.name ?? null, timeZone: client?.timeZone ?? null };
  });
}

/** What an account says of its client. */
export async function loadAccountClient(
  tx: ReadTx,
  clientId: string,
): Promise<{ name: string; timeZone: string }> {
  const rows = await tx.db.execute<{ name: string; timeZone: string }>(sql`
    select name, time_zone as "timeZone" from clients
    where organization_id = ${tx.actor.organizationId} and client_id = ${clientId}`);
  return requireRow(rows[0]);
}
