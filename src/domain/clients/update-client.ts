import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { Client, updateClientInput } from './model';
import { canEditClients } from './policy';
import { clientColumns } from './queries';
import { clients } from './tables';

/** Changes the fields that are given. */
export async function updateClient(
  actor: Actor,
  { clientId, ...changes }: z.output<typeof updateClientInput>,
): Promise<Client> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditClients(actor));
    // clientId too, unchanged: an update needs a column to set.
    const rows = await tx.db
      .update(clients)
      .set({ clientId, ...changes })
      .where(within(tx, clients, eq(clients.clientId, clientId)))
      .returning(clientColumns);
    const client = requireFound(rows[0], 'client');
    await recordAudit(tx, 'client.updated', { id: clientId, clientId }, { fields: Object.keys(changes) });
    return client;
  });
}
