import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { Client, createClientInput } from './model';
import { canEditClients } from './policy';
import { clientColumns } from './queries';
import { clients } from './tables';

export async function createClient(actor: Actor, input: z.output<typeof createClientInput>): Promise<Client> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditClients(actor));
    const id = newId();
    const rows = await tx.db
      .insert(clients)
      .values({ ...input, organizationId: actor.organizationId, clientId: id, createdAt: tx.now })
      .returning(clientColumns);
    await recordAudit(tx, 'client.created', { id, clientId: id });
    return requireRow(rows[0]);
  });
}
