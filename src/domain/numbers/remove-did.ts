import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canEditDids } from './policy';
import { didColumns } from './queries';
import { dids } from './tables';

/** Calls keep the dialled number they came in on; a later call to it is one for an unknown number. */
export async function removeDid(actor: Actor, didId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canEditDids(actor));
    const rows = await tx.db
      .delete(dids)
      .where(within(tx, dids, eq(dids.id, didId)))
      .returning(didColumns);
    const did = requireFound(rows[0], 'DID');
    await recordAudit(tx, 'did.removed', did, { number: did.number });
  });
}
