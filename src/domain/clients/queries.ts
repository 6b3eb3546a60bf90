import { and, eq, gt, ilike, or } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import { requireFound } from '../../kernel/errors';
import type { Client, listClientsInput } from './model';
import { clients } from './tables';

export const clientColumns = {
  id: clients.clientId,
  name: clients.name,
  timeZone: clients.timeZone,
  accountInfo: clients.accountInfo,
  greeting: clients.greeting,
  approvalRule: clients.approvalRule,
  playbookId: clients.playbookId,
  routineRemedies: clients.routineRemedies,
  messageRule: clients.messageRule,
  hasMessageReview: clients.hasMessageReview,
  businessHours: clients.businessHours,
  escalationTargets: clients.escalationTargets,
  createdAt: clients.createdAt,
};

export async function getClient(actor: Actor, clientId: string): Promise<Client> {
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(clientColumns)
      .from(clients)
      .where(within(tx, clients, eq(clients.clientId, clientId)));
    return requireFound(rows[0], 'client');
  });
}

/** By name. `q` is a part of the name. */
export async function listClients(
  actor: Actor,
  input: z.output<typeof listClientsInput>,
): Promise<Page<Client>> {
  const [name, id] = input.cursor === undefined ? [] : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(clientColumns)
      .from(clients)
      .where(
        within(
          tx,
          clients,
          input.q === undefined
            ? undefined
            : ilike(clients.name, `%${input.q.replaceAll(/[\\%_]/g, '\\$&')}%`),
          name === undefined || id === undefined
            ? undefined
            : or(gt(clients.name, name), and(eq(clients.name, name), gt(clients.clientId, id))),
        ),
      )
      .orderBy(clients.name, clients.clientId)
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.name, last.id]);
  });
}
