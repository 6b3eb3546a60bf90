import { and, asc, count, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { clients } from '../clients/tables';
import { memberships } from '../tenancy/tables';
import type { Drawable } from './fair-draw';
import type { drawSamplesInput, listSamplesInput, Sample } from './model';
import { canReadScores } from './policy';
import { callSamples } from './tables';

const isOfCall = and(eq(calls.organizationId, callSamples.organizationId), eq(calls.id, callSamples.callId));

/** A page first, by its index, and then what belongs to its rows: asked at once, all samples would be joined and sorted. */
function selectSamples(tx: ReadTx, limit: number, ...conditions: (SQL | undefined)[]) {
  const drawn = tx.db
    .select()
    .from(callSamples)
    .where(within(tx, callSamples, ...conditions))
    .orderBy(asc(callSamples.drawnAt), asc(callSamples.callId))
    .limit(limit)
    .as('drawn');
  return tx.db
    .select({
      callId: drawn.callId,
      clientName: clients.name,
      clientTimeZone: clients.timeZone,
      callerName: calls.callerName,
      ringAt: calls.ringAt,
      answeredAt: calls.answeredAt,
      disposition: calls.disposition,
      operatorId: drawn.operatorId,
      operatorName: memberships.name,
      state: drawn.state,
      drawnAt: drawn.drawnAt,
      drawnByName: drawn.drawnByName,
    })
    .from(drawn)
    .innerJoin(calls, and(eq(calls.organizationId, drawn.organizationId), eq(calls.id, drawn.callId)))
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, drawn.organizationId), eq(memberships.id, drawn.operatorId)),
    )
    .leftJoin(
      clients,
      and(eq(clients.organizationId, drawn.organizationId), eq(clients.clientId, drawn.clientId)),
    )
    .orderBy(asc(drawn.drawnAt), asc(drawn.callId));
}

/** Calls that were drawn or chosen, those that wait longest first. */
export async function listSamples(
  actor: Actor,
  { state, operatorId, cursor, limit }: z.output<typeof listSamplesInput>,
): Promise<Page<Sample>> {
  requireAllowed(canReadScores(actor));
  const place = cursor === undefined ? undefined : decodeInstantCursor(cursor, 1);
  return readTx(actor, async (tx) => {
    const rows = await selectSamples(
      tx,
      limit + 1,
      eq(callSamples.state, state),
      operatorId === undefined ? undefined : eq(callSamples.operatorId, operatorId),
      place === undefined
        ? undefined
        : sql`(${callSamples.drawnAt}, ${callSamples.callId})
            > (${place[0].toISOString()}::timestamptz, ${place[1]}::uuid)`,
    );
    return toPage(rows, limit, (last) => [last.drawnAt.toISOString(), last.callId]);
  });
}

type Wanted = z.output<typeof drawSamplesInput>;

/** One draw at a time in an answering service, so that two at once do not both bring an operator's first call. */
export async function lockDraws(tx: ReadTx): Promise<void> {
  const { organizationId } = tx.actor;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`samples ${organizationId}`}, 0))`);
}

/** How many calls of this time were drawn before, by operator; those that were dropped are made up for. */
export async function loadDrawn(tx: ReadTx, { from, to, clientId }: Wanted): Promise<Map<string, number>> {
  const rows = await tx.db
    .select({ operatorId: callSamples.operatorId, drawn: count() })
    .from(callSamples)
    .innerJoin(calls, isOfCall)
    .where(
      within(
        tx,
        callSamples,
        sql`${callSamples.state} <> 'dropped'`,
        gte(calls.ringAt, new Date(from)),
        lt(calls.ringAt, new Date(to)),
        clientId === undefined ? undefined : eq(callSamples.clientId, clientId),
      ),
    )
    .groupBy(callSamples.operatorId);
  return new Map(rows.map(({ operatorId, drawn }) => [operatorId, drawn]));
}

/**
 * Telephone calls of this time that the staff answered and wrapped up, and that were never drawn: of each operator so
 * many as may be drawn, in random order. Programs answer calls too; nobody coaches them, nor people who have left.
 */
export async function loadDrawable(tx: ReadTx, wanted: Wanted): Promise<Drawable[]> {
  const { from, to, perOperator, clientId, operatorId } = wanted;
  const rows = await tx.db.execute<Drawable & { clientId: string | null }>(sql`
    select heard.id as "callId", heard.client_id as "clientId", heard.answered_by_id as "operatorId"
    from (
      select c.id, c.client_id, c.answered_by_id,
        row_number() over (partition by c.answered_by_id order by random()) as place
      from calls c
      join memberships m on (m.organization_id, m.id) = (c.organization_id, c.answered_by_id)
        and m.disabled_at is null
      where c.organization_id = ${tx.actor.organizationId} and c.channel = 'phone' and c.closed_at is not null
        and c.ring_at >= ${from}::timestamptz and c.ring_at < ${to}::timestamptz
        and ${clientId === undefined ? sql`true` : sql`c.client_id = ${clientId}::uuid`}
        and ${operatorId === undefined ? sql`true` : sql`c.answered_by_id = ${operatorId}::uuid`}
        and not exists (select from call_samples s
          where s.organization_id = c.organization_id and s.call_id = c.id)
    ) as heard
    where heard.place <= ${perOperator} order by random() limit 20000`);
  return [...rows];
}
