import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { lockEndpoint } from './endpoint-queries';
import type { WebhookEndpoint } from './model';
import { canManageEndpoints } from './policy';
import { webhookEndpoints } from './tables';

/**
 * From the next attempt on an endpoint's messages are signed with another secret; the old one signs nothing any more.
 * @param input.sealedSecret as of createEndpoint
 */
export async function renewSecret(
  actor: Actor,
  { endpointId, sealedSecret }: { endpointId: string; sealedSecret: string },
): Promise<WebhookEndpoint> {
  return writeTx(actor, async (tx) => {
    const found = requireFound(await lockEndpoint(tx, endpointId), 'endpoint');
    const { disabledAt, ...endpoint } = found;
    tx.authorize(canManageEndpoints(actor, endpoint));
    if (disabledAt !== null) throw new DomainError('CONFLICT', 'This endpoint was disabled.');
    await tx.db
      .update(webhookEndpoints)
      .set({ sealedSecret })
      .where(within(tx, webhookEndpoints, eq(webhookEndpoints.id, endpointId)));
    await recordAudit(tx, 'endpoint.secret_renewed', endpoint);
    return endpoint;
  });
}
