import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { lockEndpoint } from './endpoint-queries';
import type { endpointIdInput } from './model';
import { canManageEndpoints } from './policy';
import { deliveries, webhookEndpoints } from './tables';

/** Nothing is sent to it any more, not even what waits. Disabling twice is once. */
export async function disableEndpoint(
  actor: Actor,
  { endpointId }: z.output<typeof endpointIdInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const endpoint = requireFound(await lockEndpoint(tx, endpointId), 'endpoint');
    tx.authorize(canManageEndpoints(actor, endpoint));
    if (endpoint.disabledAt !== null) {
      tx.noteUnrecorded();
      return;
    }
    await tx.db
      .update(webhookEndpoints)
      .set({ disabledAt: tx.now })
      .where(within(tx, webhookEndpoints, eq(webhookEndpoints.id, endpointId)));
    await tx.db
      .update(deliveries)
      .set({
        state: 'skipped',
        failure: 'The endpoint was disabled.',
        nextAttemptAt: null,
        claimedUntil: null,
      })
      .where(
        within(
          tx,
          deliveries,
          eq(deliveries.cause, 'event'),
          eq(deliveries.methodId, endpointId),
          inArray(deliveries.state, ['pending', 'failed_temporary']),
        ),
      );
    await recordAudit(tx, 'endpoint.disabled', endpoint);
  });
}
