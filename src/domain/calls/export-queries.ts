import { and, desc, eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { listCallsInput } from './model';
import { canReadCalls } from './policy';
import { calls } from './tables';

const columns = {
  id: calls.id,
  clientName: clients.name,
  timeZone: clients.timeZone,
  channel: calls.channel,
  routeReason: calls.routeReason,
  dnis: calls.dnis,
  ani: calls.ani,
  callerName: calls.callerName,
  callerPhone: calls.callerPhone,
  state: calls.state,
  ringAt: calls.ringAt,
  answeredAt: calls.answeredAt,
  answeredByName: calls.answeredByName,
  endedAt: calls.endedAt,
  abandonedAt: calls.abandonedAt,
  closedAt: calls.closedAt,
  moodAtStart: calls.moodAtStart,
  mood: calls.mood,
  urgency: calls.urgency,
  issue: calls.issue,
  requestedSolution: calls.requestedSolution,
  readBack: calls.readBack,
  disposition: calls.disposition,
  abuseCount: calls.abuseCount,
};

function selectRecords(tx: ReadTx, condition: SQL | undefined) {
  return tx.db
    .select(columns)
    .from(calls)
    .leftJoin(
      clients,
      and(eq(clients.organizationId, calls.organizationId), eq(clients.clientId, calls.clientId)),
    )
    .where(condition)
    .orderBy(desc(calls.id));
}

export type CallRecord = Awaited<ReturnType<typeof selectRecords>>[number];

/** Calls as lines of a table, the newest first: without what a desk needs besides. */
export async function listCallRecords(
  actor: Actor,
  input: z.output<typeof listCallsInput>,
): Promise<Page<CallRecord>> {
  requireAllowed(canReadCalls(actor));
  const beforeId = input.cursor === undefined ? undefined : decodeIdCursor(input.cursor);
  const pattern = input.q === undefined ? undefined : `%${input.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return readTx(actor, async (tx) => {
    const condition = within(
      tx,
      calls,
      input.clientId === undefined ? undefined : eq(calls.clientId, input.clientId),
      input.briefingId === undefined ? undefined : eq(calls.briefingId, input.briefingId),
      input.from === undefined ? undefined : gte(calls.ringAt, new Date(input.from)),
      input.to === undefined ? undefined : lt(calls.ringAt, new Date(input.to)),
      pattern === undefined
        ? undefined
        : or(ilike(calls.callerName, pattern), ilike(calls.ani, pattern), ilike(calls.callerPhone, pattern)),
      beforeId === undefined ? undefined : lt(calls.id, beforeId),
    );
    const rows = await selectRecords(tx, condition).limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.id]);
  });
}
