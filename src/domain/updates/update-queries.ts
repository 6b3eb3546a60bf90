import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { clients } from '../clients/tables';
import type { CallerUpdate, listUpdatesInput } from './model';
import { canReadUpdates } from './policy';
import { callerUpdates } from './tables';

export type Update = typeof callerUpdates.$inferSelect;

export async function loadUpdate(tx: ReadTx, id: string): Promise<Update | undefined> {
  const [row] = await tx.db
    .select()
    .from(callerUpdates)
    .where(within(tx, callerUpdates, eq(callerUpdates.id, id)));
  return row;
}

/** The same, held until the transaction ends; its escalation is held before. */
export async function lockUpdate(tx: ReadTx, id: string): Promise<Update | undefined> {
  const [row] = await tx.db
    .select()
    .from(callerUpdates)
    .where(within(tx, callerUpdates, eq(callerUpdates.id, id)))
    .for('update');
  return row;
}

/** What the caller of a call agreed to, held until the transaction ends. */
export async function lockUpdateOfCall(tx: ReadTx, callId: string): Promise<Update | undefined> {
  const [row] = await tx.db
    .select()
    .from(callerUpdates)
    .where(within(tx, callerUpdates, eq(callerUpdates.callId, callId)))
    .for('update');
  return row;
}

/** Which escalations settled the matters of these callers. @param ids at most 1,000 */
export async function loadSettlingEscalations(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ escalationId: callerUpdates.escalationId })
    .from(callerUpdates)
    .where(within(tx, callerUpdates, inArray(callerUpdates.id, [...ids])));
  return rows.flatMap(({ escalationId }) => escalationId ?? []);
}

const newestDelivery = sql<CallerUpdate['delivery']>`(
  select jsonb_build_object('state', d.state, 'failure', d.failure, 'attempts', d.attempts,
    'isPossiblyDuplicated', d.is_possibly_duplicated)
  from deliveries d
  where d.organization_id = ${callerUpdates.organizationId} and d.cause_id = ${callerUpdates.id} and d.cause = 'caller'
  order by d.id desc limit 1)`;

const callback = sql<CallerUpdate['promise']>`(
  select jsonb_build_object('id', p.id, 'state', p.state, 'dueAt', p.due_at)
  from promises p
  where p.organization_id = ${callerUpdates.organizationId} and p.cause_id = ${callerUpdates.escalationId}
    and p.reason = 'resolved' and p.call_id = ${callerUpdates.callId}
  order by p.created_at desc, p.id desc limit 1)`;

const cardColumns = {
  id: callerUpdates.id,
  clientId: callerUpdates.clientId,
  clientName: clients.name,
  clientTimeZone: clients.timeZone,
  callId: callerUpdates.callId,
  callerName: calls.callerName,
  channel: callerUpdates.channel,
  address: callerUpdates.address,
  consent: callerUpdates.consent,
  consentedAt: callerUpdates.consentedAt,
  recordedByName: callerUpdates.recordedByName,
  state: callerUpdates.state,
  escalationId: callerUpdates.escalationId,
  words: callerUpdates.words,
  toldAt: callerUpdates.toldAt,
  isStopped: sql<boolean>`${callerUpdates.stoppedAt} is not null`,
  delivery: newestDelivery,
  promise: callback,
};

function selectUpdates(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  return tx.db
    .select(cardColumns)
    .from(callerUpdates)
    .innerJoin(
      calls,
      and(eq(calls.organizationId, callerUpdates.organizationId), eq(calls.id, callerUpdates.callId)),
    )
    .innerJoin(
      clients,
      and(
        eq(clients.organizationId, callerUpdates.organizationId),
        eq(clients.clientId, callerUpdates.clientId),
      ),
    )
    .where(within(tx, callerUpdates, ...conditions));
}

export async function loadUpdateCard(tx: ReadTx, id: string): Promise<CallerUpdate | undefined> {
  const [card] = await selectUpdates(tx, eq(callerUpdates.id, id));
  return card;
}

/** The newest first. */
export async function listUpdates(
  actor: Actor,
  input: z.output<typeof listUpdatesInput>,
): Promise<Page<CallerUpdate>> {
  requireAllowed(canReadUpdates(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  return readTx(actor, async (tx) => {
    // The page first and what belongs to each row afterwards: joined, all of them would be sorted.
    const page = tx.db
      .select({ id: callerUpdates.id })
      .from(callerUpdates)
      .where(
        within(
          tx,
          callerUpdates,
          input.clientId === undefined ? undefined : eq(callerUpdates.clientId, input.clientId),
          input.callId === undefined ? undefined : eq(callerUpdates.callId, input.callId),
          input.state === undefined ? undefined : eq(callerUpdates.state, input.state),
          beforeId === undefined ? undefined : lt(callerUpdates.id, beforeId),
        ),
      )
      .orderBy(desc(callerUpdates.id))
      .limit(input.limit + 1);
    const rows = await selectUpdates(tx, inArray(callerUpdates.id, page)).orderBy(desc(callerUpdates.id));
    return toPage(rows, input.limit, (last) => [last.id]);
  });
}

/** Whether a number answered STOP, to whomever of this answering service. */
export async function isStoppedNumber(tx: ReadTx, phone: string): Promise<boolean> {
  const [row] = await tx.db.execute<{ isStopped: boolean }>(sql`
    select exists (
      select from caller_updates u
      where u.organization_id = ${tx.actor.organizationId} and u.address = ${phone} and u.channel = 'sms'
        and u.stopped_at is not null
    ) or exists (
      select from contact_methods m
      where m.organization_id = ${tx.actor.organizationId} and m.address = ${phone} and m.channel = 'sms'
        and m.stopped_at is not null
    ) as "isStopped"`);
  return row?.isStopped === true;
}
