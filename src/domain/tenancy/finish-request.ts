import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { canRepeatRequests } from './policy';
import { idempotencyKeys } from './tables';

/** Keeps the answer for repeats; null frees the key, because the request came to nothing. */
export async function finishRequest(
  actor: Actor,
  key: string,
  answer: { status: number; body: string } | null,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canRepeatRequests(actor));
    tx.noteUnrecorded();
    const own = within(
      tx,
      idempotencyKeys,
      eq(idempotencyKeys.apiKeyId, actor.id),
      eq(idempotencyKeys.key, key),
    );
    if (answer === null) await tx.db.delete(idempotencyKeys).where(own);
    else await tx.db.update(idempotencyKeys).set(answer).where(own);
  });
}
