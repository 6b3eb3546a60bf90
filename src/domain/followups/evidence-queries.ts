import { and, eq, isNotNull } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError } from '../../kernel/errors';
import { calls } from '../calls/tables';
import { deliveries } from '../notifications/tables';
import type { EvidenceKind, PromiseCard } from '../promises/model';
import { promiseTries } from '../promises/tables';

type About = Pick<PromiseCard, 'id' | 'clientId'>;

/**
 * Whether what is named as evidence is there: a try to reach the caller or a call of the same client, or a message of
 * that client that was sent. Nothing is named: the words alone.
 * @throws DomainError INVALID
 */
export async function requireEvidence(
  tx: ReadTx,
  promise: About,
  kind: EvidenceKind,
  evidenceId: string | null,
): Promise<void> {
  if (evidenceId === null) return;
  const isThere = {
    call: () => isCall(tx, promise, evidenceId),
    delivery: () => isDelivery(tx, promise, evidenceId),
    note: () => Promise.resolve(false),
  };
  if (await isThere[kind]()) return;
  const words = {
    call: 'This client had no such call.',
    delivery: 'No such message was sent for this client.',
    note: 'Words need no id: leave it out, or say that it was a call or a delivery.',
  };
  throw new DomainError('INVALID', words[kind], [{ field: 'evidenceId', words: words[kind] }]);
}

async function isCall(tx: ReadTx, { id, clientId }: About, evidenceId: string): Promise<boolean> {
  const [tried] = await tx.db
    .select({ id: promiseTries.id })
    .from(promiseTries)
    .where(within(tx, promiseTries, eq(promiseTries.id, evidenceId), eq(promiseTries.promiseId, id)));
  if (tried !== undefined) return true;
  const [rung] = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(within(tx, calls, eq(calls.id, evidenceId), eq(calls.clientId, clientId)));
  return rung !== undefined;
}

async function isDelivery(tx: ReadTx, { clientId }: About, evidenceId: string): Promise<boolean> {
  const isSent = and(eq(deliveries.clientId, clientId), isNotNull(deliveries.sentAt));
  const [sent] = await tx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.id, evidenceId), isSent));
  return sent !== undefined;
}
