import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { Did, updateDidInput } from './model';
import { canEditDids } from './policy';
import { didColumns } from './queries';
import { dids } from './tables';

/** Changes the label or the answer phrase; the number itself never changes. */
export async function updateDid(
  actor: Actor,
  { didId, ...changes }: z.output<typeof updateDidInput>,
): Promise<Did> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditDids(actor));
    const rows = await tx.db
      .update(dids)
      .set({ id: didId, ...changes })
      .where(within(tx, dids, eq(dids.id, didId)))
      .returning(didColumns);
    const did = requireFound(rows[0], 'DID');
    await recordAudit(tx, 'did.updated', did, { fields: Object.keys(changes) });
    return did;
  });
}
