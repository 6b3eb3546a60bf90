import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import { countEndpoints } from './endpoint-queries';
import { MOST_ENDPOINTS, type createEndpointInput, type WebhookEndpoint } from './model';
import { canManageEndpoints } from './policy';
import { webhookEndpoints } from './tables';

/**
 * A program is told from now on. What one of a client's people adds is told of that client alone.
 * @param input.sealedSecret what `seal` made of the secret, which is shown once and kept nowhere else
 */
export async function createEndpoint(
  actor: Actor,
  input: z.output<typeof createEndpointInput> & { sealedSecret: string },
): Promise<WebhookEndpoint> {
  return writeTx(actor, async (tx) => {
    const clientId = input.clientId ?? actor.clientId ?? null;
    tx.authorize(canManageEndpoints(actor, { clientId }));
    if (clientId !== null) await requireClient(tx, clientId);
    if ((await countEndpoints(tx, clientId)) >= MOST_ENDPOINTS) {
      throw new DomainError(
        'CONFLICT',
        `There are ${MOST_ENDPOINTS} endpoints already. Disable one that nobody needs.`,
      );
    }
    const row = {
      id: newId(),
      url: input.url,
      events: [...new Set(input.events)],
      clientId,
      createdAt: tx.now,
      createdByName: actor.name,
    };
    await tx.db
      .insert(webhookEndpoints)
      .values({ ...row, organizationId: actor.organizationId, sealedSecret: input.sealedSecret });
    await recordAudit(tx, 'endpoint.created', row, { events: row.events });
    return row;
  });
}
