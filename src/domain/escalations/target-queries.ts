import { eq } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { usualTargets, type EscalationTargets } from '../clients/model';
import { clients } from '../clients/tables';

/** How soon the client wants its escalations resolved; the usual for calls to a number that is nobody's. */
export async function loadTargets(tx: ReadTx, clientId: string | null): Promise<EscalationTargets> {
  if (clientId === null) return usualTargets;
  const [row] = await tx.db
    .select({ targets: clients.escalationTargets })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  return row?.targets ?? usualTargets;
}
