import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import type { WriteTx } from '../../db/transaction';
import type { SettledDelivery } from '../notifications/finish-attempts';

type Marked = {
  own: Pick<SettledDelivery['own'], 'methodId'>;
  settled: Pick<SettledDelivery['settled'], 'state' | 'failure'>;
};

/**
 * Keeps with each contact method whether it works: why it failed for good last, nothing since it worked. A failure that
 * may pass says nothing of the method. (Memberships and endpoints are no contact methods, and are left alone.)
 */
export async function markMethods(tx: WriteTx, settled: readonly Marked[]): Promise<void> {
  const latest = new Map(
    settled.flatMap(({ own, settled: { state, failure } }) =>
      state === 'failed_temporary' ? [] : [[own.methodId, { id: own.methodId, failure }] as const],
    ),
  );
  if (latest.size === 0) return;
  await tx.db.execute(sql`
    with marked as (
      select m.organization_id, m.id, r.failure from contact_methods m
      join ${givenRows([...latest.values()], 'id uuid, failure text')} as r on r.id = m.id
      where m.organization_id = ${tx.actor.organizationId} and m.failure is distinct from r.failure
      order by m.id for update of m
    )
    update contact_methods m
    set failure = marked.failure,
        failed_at = case when marked.failure is null then null else ${tx.now.toISOString()}::timestamptz end
    from marked where (m.organization_id, m.id) = (marked.organization_id, marked.id)`);
}
