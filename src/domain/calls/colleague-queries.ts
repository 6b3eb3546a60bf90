import { sql } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { canListPresences } from '../tenancy/policy';
import { loadPresences } from '../tenancy/presence-queries';
import type { Colleague } from './model';

/** Everybody at a desk now, and whether they have a call in hand; by name, at most 500. */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  requireAllowed(canListPresences(actor));
  return readTx(actor, async (tx) => {
    const [present, busy] = await Promise.all([
      loadPresences(tx),
      tx.db.execute<{ id: string; state: 'live' | 'wrap_up' }>(sql`
        select answered_by_id as id, min(state) as state from calls
        where organization_id = ${actor.organizationId} and state in ('live', 'wrap_up')
          and answered_by_id is not null
        group by 1`),
    ]);
    const inHand = new Map(busy.map(({ id, state }) => [id, state]));
    return present.map((one) => ({ ...one, inHand: inHand.get(one.membershipId) ?? null }));
  });
}
