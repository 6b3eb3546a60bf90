import { engineActor } from '../../src/db/gate';
import { writeTx } from '../../src/db/transaction';
import { escalationAcknowledgements } from '../../src/domain/escalations/tables';
import { newId } from '../../src/kernel/ids';
import type { Tenant } from './world';

/** As if everybody had to: one of them has. */
export async function partlyAcknowledge(
  { contact, organizationId }: Tenant,
  escalation: { id: string; clientId: string | null },
): Promise<void> {
  await writeTx(engineActor(organizationId), async (tx) => {
    tx.authorize(true);
    tx.noteUnrecorded();
    await tx.db.insert(escalationAcknowledgements).values({
      organizationId,
      id: newId(),
      clientId: escalation.clientId,
      escalationId: escalation.id,
      runFromCycle: 1,
      personId: contact.id,
      personName: contact.name,
      via: 'link',
      at: tx.now,
    });
  });
}
