import { writeTx } from '../../src/db/transaction';
import { recordConsent } from '../../src/domain/followups/record-consent';
import { requestReport } from '../../src/domain/updates/request-report';
import type { Tenant } from './world';

/** A contact who was asked to report about an escalation, and a caller who wishes to hear how it ends. */
export async function askedAndPromised(
  { actors, client, contact }: Tenant,
  { callId, escalationId }: { callId: string; escalationId: string },
): Promise<{ callerUpdateId: string }> {
  const { id: callerUpdateId } = await recordConsent(actors.operator, {
    callId,
    channel: 'email',
    address: 'jonas@weber.example',
    consent: 'Yes, by e-mail.',
  });
  await writeTx(actors.operator, async (tx) => {
    tx.authorize(true);
    tx.noteUnrecorded();
    await requestReport(tx, {
      escalationId,
      clientId: client.id,
      runFromCycle: 1,
      personId: contact.id,
      personName: contact.name,
      deliveryId: null,
      state: 'over',
      dueAt: tx.now,
      remindAt: null,
    });
  });
  return { callerUpdateId };
}
