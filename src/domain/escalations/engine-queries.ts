import { and, count, desc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireRow } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { deliveries } from '../notifications/tables';
import type { EngineState, SetAsideRow } from './model';
import { canSeeEngine } from './policy';
import { escalations } from './tables';

const MOST_ROWS = 200;

const clientOf = (table: typeof deliveries | typeof escalations) =>
  and(eq(clients.organizationId, table.organizationId), eq(clients.clientId, table.clientId));

async function loadSetAside(tx: ReadTx): Promise<SetAsideRow[]> {
  const messages = await tx.db
    .select({
      id: deliveries.id,
      escalationId: sql<
        string | null
      >`case when ${deliveries.cause} = 'escalation' then ${deliveries.causeId} end`,
      clientName: clients.name,
      name: deliveries.recipientName,
      because: deliveries.setAsideBecause,
      at: deliveries.setAsideAt,
    })
    .from(deliveries)
    .leftJoin(clients, clientOf(deliveries))
    .where(within(tx, deliveries, isNotNull(deliveries.setAsideAt)))
    .orderBy(desc(deliveries.setAsideAt))
    .limit(MOST_ROWS);
  const stuck = await tx.db
    .select({
      id: escalations.id,
      clientName: clients.name,
      summary: escalations.summary,
      because: escalations.setAsideBecause,
      at: escalations.setAsideAt,
    })
    .from(escalations)
    .leftJoin(clients, clientOf(escalations))
    .where(within(tx, escalations, isNotNull(escalations.setAsideAt)))
    .orderBy(desc(escalations.setAsideAt))
    .limit(MOST_ROWS);
  return [
    ...stuck.map(({ id, clientName, summary, because, at }) => ({
      kind: 'escalation' as const,
      id,
      escalationId: id,
      clientName,
      words: summary,
      because: because ?? '',
      at: requireRow(at ?? undefined),
    })),
    ...messages.map(({ name, because, at, ...row }) => ({
      ...row,
      kind: 'delivery' as const,
      words: `A message to ${name}`,
      because: because ?? '',
      at: requireRow(at ?? undefined),
    })),
  ];
}

/** How the engine stands for this service: what waits, what is late, and what it set aside; the newest first. */
export async function getEngineState(actor: Actor): Promise<EngineState> {
  requireAllowed(canSeeEngine(actor));
  return readTx(actor, async (tx, clock) => {
    const now = await clock();
    const isUnderway = and(
      inArray(deliveries.state, ['pending', 'sending', 'failed_temporary']),
      isNull(deliveries.setAsideAt),
    );
    const waiting = await tx.db
      .select({
        channel: deliveries.channel,
        messages: count(),
        throttled: sql<number>`count(*) filter (where ${deliveries.waitsFor} = 'throttled')::int`,
      })
      .from(deliveries)
      .where(within(tx, deliveries, isUnderway))
      .groupBy(deliveries.channel)
      .orderBy(deliveries.channel);
    const [late] = await tx.db
      .select({
        oldestAt: sql<Date | null>`min(${deliveries.nextAttemptAt})`.mapWith(deliveries.nextAttemptAt),
      })
      .from(deliveries)
      .where(within(tx, deliveries, isUnderway, lte(deliveries.nextAttemptAt, now)));
    return { waiting, oldestDueAt: late?.oldestAt ?? null, setAside: await loadSetAside(tx) };
  });
}
