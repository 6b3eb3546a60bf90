import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { Connection, ConnectionKind } from './model';
import { canManageConnections } from './policy';
import { telephonyConnections } from './tables';

/** @param input.sealedSecret what seal-secret made of the signing secret */
export async function createConnection(
  actor: Actor,
  input: { name: string; kind: ConnectionKind; sealedSecret: string },
): Promise<Connection> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canManageConnections(actor));
    const connection: Connection = { id: newId(), name: input.name, kind: input.kind, createdAt: tx.now };
    await tx.db
      .insert(telephonyConnections)
      .values({ ...connection, organizationId: actor.organizationId, sealedSecret: input.sealedSecret });
    await recordAudit(tx, 'connection.created', { id: connection.id, clientId: null }, { kind: input.kind });
    return connection;
  });
}
