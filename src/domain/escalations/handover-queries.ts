import { eq, isNull } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { memberships } from '../tenancy/tables';

/** Those of a client's people who plan its duty and may sign in, by seniority; at most 20. */
export async function loadClientAdmins(
  tx: ReadTx,
  clientId: string,
): Promise<{ id: string; name: string; email: string }[]> {
  return tx.db
    .select({ id: memberships.id, name: memberships.name, email: memberships.email })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        eq(memberships.clientId, clientId),
        eq(memberships.role, 'client_admin'),
        isNull(memberships.disabledAt),
      ),
    )
    .orderBy(memberships.createdAt, memberships.id)
    .limit(20);
}
