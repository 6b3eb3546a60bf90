import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { lockEndpoint } from './endpoint-queries';
import { enqueueDelivery } from './enqueue-delivery';
import { TEST_EVENT, type endpointIdInput } from './model';
import { canManageEndpoints } from './policy';

/** One event that means nothing, signed and sent like every other, to try an endpoint out. */
export async function sendTest(
  actor: Actor,
  { endpointId }: z.output<typeof endpointIdInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const endpoint = requireFound(await lockEndpoint(tx, endpointId), 'endpoint');
    tx.authorize(canManageEndpoints(actor, endpoint));
    if (endpoint.disabledAt !== null) throw new DomainError('CONFLICT', 'This endpoint was disabled.');
    const { id, url, clientId } = endpoint;
    await enqueueDelivery(
      tx,
      { id: newId(), clientId, cycle: 0, step: 0 },
      [{ methodId: id, recipientId: null, name: new URL(url).host, channel: 'webhook', address: url }],
      { type: TEST_EVENT, timestamp: tx.now.toISOString(), data: { endpointId: id } },
    );
    await recordAudit(tx, 'endpoint.tested', endpoint);
    await wakeEngine(tx);
  });
}
