import { and, desc, eq, gt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import type { Connection, Did, listDidsInput } from './model';
import { canManageConnections } from './policy';
import { dids, telephonyConnections } from './tables';

export const didColumns = {
  id: dids.id,
  clientId: dids.clientId,
  number: dids.number,
  label: dids.label,
  answerPhrase: dids.answerPhrase,
};

/** By number. */
export async function listDids(actor: Actor, input: z.output<typeof listDidsInput>): Promise<Page<Did>> {
  const [number, id] = input.cursor === undefined ? [] : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(didColumns)
      .from(dids)
      .where(
        within(
          tx,
          dids,
          input.clientId === undefined ? undefined : eq(dids.clientId, input.clientId),
          number === undefined || id === undefined
            ? undefined
            : or(gt(dids.number, number), and(eq(dids.number, number), gt(dids.id, id))),
        ),
      )
      .orderBy(dids.number, dids.id)
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.number, last.id]);
  });
}

/** Newest first; at most 100. */
export async function listConnections(actor: Actor): Promise<Connection[]> {
  requireAllowed(canManageConnections(actor));
  return readTx(actor, async (tx) =>
    tx.db
      .select({
        id: telephonyConnections.id,
        name: telephonyConnections.name,
        kind: telephonyConnections.kind,
        createdAt: telephonyConnections.createdAt,
      })
      .from(telephonyConnections)
      .where(within(tx, telephonyConnections))
      .orderBy(desc(telephonyConnections.id))
      .limit(100),
  );
}
