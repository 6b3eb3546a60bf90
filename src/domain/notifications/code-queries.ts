import { desc, eq } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { canTendContact } from '../contacts/policy';
import { loadMethod } from '../contacts/queries';
import { MOST_CODES_A_DAY, type SentCode } from './model';
import { deliveries } from './tables';

/** The codes that were sent to a method last, newest first: as many as may be sent in a day. */
export async function loadCodes(tx: ReadTx, methodId: string): Promise<(SentCode & { cycle: number })[]> {
  return tx.db
    .select({
      createdAt: deliveries.createdAt,
      state: deliveries.state,
      failure: deliveries.failure,
      cycle: deliveries.cycle,
    })
    .from(deliveries)
    .where(within(tx, deliveries, eq(deliveries.causeId, methodId), eq(deliveries.cause, 'code')))
    .orderBy(desc(deliveries.cycle))
    .limit(MOST_CODES_A_DAY);
}

/** What became of the code that was sent to a method last; null: none was. */
export async function getCode(actor: Actor, { methodId }: { methodId: string }): Promise<SentCode | null> {
  return readTx(actor, async (tx) => {
    const { contact } = requireFound(await loadMethod(tx, methodId), 'contact method');
    requireAllowed(canTendContact(actor, contact));
    const [newest] = await loadCodes(tx, methodId);
    if (newest === undefined) return null;
    const { createdAt, state, failure } = newest;
    return { createdAt, state, failure };
  });
}
