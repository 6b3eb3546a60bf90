import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireRow } from '../../kernel/errors';
import { canRepeatRequests } from './policy';
import { idempotencyKeys } from './tables';

/**
 * Takes an Idempotency-Key for a request that is about to happen.
 * @returns null when it may happen now; the first answer when it happened before
 * @throws DomainError IDEMPOTENCY_MISMATCH for another body, CONFLICT while the first one is still at work (or its
 *   outcome was never written down: then what it did must be looked up, doing it again could do it twice)
 */
export async function beginRequest(
  actor: Actor,
  request: { key: string; requestHash: string },
): Promise<{ status: number; body: string } | null> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canRepeatRequests(actor));
    tx.noteUnrecorded();
    const taken = await tx.db
      .insert(idempotencyKeys)
      .values({
        organizationId: actor.organizationId,
        apiKeyId: actor.id,
        clientId: actor.clientId,
        createdAt: tx.now,
        ...request,
      })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (taken.length > 0) return null;
    const rows = await tx.db
      .select()
      .from(idempotencyKeys)
      .where(
        within(
          tx,
          idempotencyKeys,
          eq(idempotencyKeys.apiKeyId, actor.id),
          eq(idempotencyKeys.key, request.key),
        ),
      );
    const earlier = requireRow(rows[0]);
    if (earlier.requestHash !== request.requestHash) {
      throw new DomainError('IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used for another request.');
    }
    if (earlier.status === null || earlier.body === null) {
      throw new DomainError('CONFLICT', 'The first request with this Idempotency-Key has no answer yet.');
    }
    return { status: earlier.status, body: earlier.body };
  });
}
