import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import type { ListedEndpoint, listEndpointsInput, WebhookEndpoint } from './model';
import { canManageEndpoints } from './policy';
import { deliveries, webhookEndpoints } from './tables';

const endpointColumns = {
  id: webhookEndpoints.id,
  url: webhookEndpoints.url,
  events: webhookEndpoints.events,
  clientId: webhookEndpoints.clientId,
  createdAt: webhookEndpoints.createdAt,
  createdByName: webhookEndpoints.createdByName,
};

/** The endpoint, held until the transaction ends. */
export async function lockEndpoint(
  tx: ReadTx,
  endpointId: string,
): Promise<(WebhookEndpoint & { disabledAt: Date | null }) | undefined> {
  const [row] = await tx.db
    .select({ ...endpointColumns, disabledAt: webhookEndpoints.disabledAt })
    .from(webhookEndpoints)
    .where(within(tx, webhookEndpoints, eq(webhookEndpoints.id, endpointId)))
    .for('update');
  return row;
}

/** How many endpoints a client has, or the answering service for all clients (null). */
export async function countEndpoints(tx: ReadTx, clientId: string | null): Promise<number> {
  const { clientId: column, disabledAt } = webhookEndpoints;
  const isTheirs = clientId === null ? isNull(column) : eq(column, clientId);
  return tx.db.$count(webhookEndpoints, within(tx, webhookEndpoints, isNull(disabledAt), isTheirs));
}

/** The endpoints that are not disabled, newest first, each with what became of the newest message to it. */
export async function listEndpoints(
  actor: Actor,
  { cursor, limit }: z.output<typeof listEndpointsInput>,
): Promise<Page<ListedEndpoint>> {
  requireAllowed(canManageEndpoints(actor, { clientId: actor.clientId }));
  const before = cursor === undefined ? undefined : lt(webhookEndpoints.id, decodeIdCursor(cursor));
  return readTx(actor, async (tx) => {
    const last = tx.db
      .select({
        type: sql<string>`${deliveries.message} ->> 'type'`.as('type'),
        state: deliveries.state,
        failure: deliveries.failure,
        attempts: deliveries.attempts,
        createdAt: deliveries.createdAt,
        sentAt: deliveries.sentAt,
      })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.organizationId, webhookEndpoints.organizationId),
          eq(deliveries.methodId, webhookEndpoints.id),
          eq(deliveries.cause, 'event'),
        ),
      )
      .orderBy(desc(deliveries.id))
      .limit(1)
      .as('last');
    const rows = await tx.db
      .select({
        ...endpointColumns,
        type: last.type,
        state: last.state,
        failure: last.failure,
        attempts: last.attempts,
        at: last.createdAt,
        sentAt: last.sentAt,
      })
      .from(webhookEndpoints)
      .leftJoinLateral(last, sql`true`)
      .where(within(tx, webhookEndpoints, isNull(webhookEndpoints.disabledAt), before))
      .orderBy(desc(webhookEndpoints.id))
      .limit(limit + 1);
    const listed = rows.map(({ type, state, failure, attempts, at, sentAt, ...endpoint }) => ({
      ...endpoint,
      lastResult:
        type === null || state === null || attempts === null || at === null
          ? null
          : { type, state, failure, attempts, at, sentAt },
    }));
    return toPage(listed, limit, ({ id }) => [id]);
  });
}
