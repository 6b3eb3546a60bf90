import { eq } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { loadDeliveryOrigin } from '../notifications/queries';
import { loadOrganization } from '../tenancy/queries';
import type { EscalationCard } from './model';
import { loadEscalationCard } from './queries';

export type LinkedEscalation = {
  escalation: EscalationCard;
  recipientName: string;
  organization: { name: string; phone: string | null };
  timeZone: string;
};

/** What a link's message was about; the actor's id is the delivery that carried it. */
export async function getLinkedEscalation(actor: Actor): Promise<LinkedEscalation> {
  return readTx(actor, async (tx) => {
    const origin = requireFound(await loadDeliveryOrigin(tx, actor.id), 'message');
    const escalation = requireFound(await loadEscalationCard(tx, origin.causeId), 'escalation');
    const organization = await loadOrganization(tx);
    const [client] =
      escalation.clientId === null
        ? []
        : await tx.db
            .select({ timeZone: clients.timeZone })
            .from(clients)
            .where(within(tx, clients, eq(clients.clientId, escalation.clientId)));
    return {
      escalation,
      organization,
      recipientName: origin.recipientName,
      timeZone: client?.timeZone ?? 'UTC',
    };
  });
}
