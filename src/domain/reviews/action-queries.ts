import { and, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeIdCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { listActionsInput, ReviewAction } from './model';
import { canReadActions } from './policy';
import { reviewActions } from './tables';

function selectActions(tx: ReadTx, ...conditions: (SQL | undefined)[]) {
  // Each has a client. Of an inner join the planner expects so few rows that it would rather sort them all than read a page.
  return tx.db
    .select({
      id: reviewActions.id,
      clientId: reviewActions.clientId,
      clientName: sql<string>`${clients.name}`,
      escalationId: reviewActions.escalationId,
      kind: reviewActions.kind,
      words: reviewActions.words,
      createdAt: reviewActions.createdAt,
      createdByName: reviewActions.createdByName,
      doneAt: reviewActions.doneAt,
      doneByName: reviewActions.doneByName,
    })
    .from(reviewActions)
    .leftJoin(
      clients,
      and(
        eq(clients.organizationId, reviewActions.organizationId),
        eq(clients.clientId, reviewActions.clientId),
      ),
    )
    .where(within(tx, reviewActions, ...conditions))
    .orderBy(desc(reviewActions.id));
}

export async function loadAction(tx: ReadTx, actionId: string): Promise<ReviewAction | undefined> {
  const [action] = await selectActions(tx, eq(reviewActions.id, actionId)).limit(1);
  return action;
}

/** What reviews of an escalation found to be mended, the newest first; at most 50. */
export async function loadActionsOf(tx: ReadTx, escalationId: string): Promise<ReviewAction[]> {
  return selectActions(tx, eq(reviewActions.escalationId, escalationId)).limit(50);
}

/** What is still to be mended, the newest first. */
export async function listActions(
  actor: Actor,
  { clientId, cursor, limit }: z.output<typeof listActionsInput>,
): Promise<Page<ReviewAction>> {
  requireAllowed(canReadActions(actor));
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return readTx(actor, async (tx) => {
    const rows = await selectActions(
      tx,
      isNull(reviewActions.doneAt),
      clientId === undefined ? undefined : eq(reviewActions.clientId, clientId),
      beforeId === undefined ? undefined : lt(reviewActions.id, beforeId),
    ).limit(limit + 1);
    return toPage(rows, limit, (last) => [last.id]);
  });
}
