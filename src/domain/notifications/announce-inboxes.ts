import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { appendLiveEvents } from '../live/append-live-events';

/** Messages in the product have arrived at these `app` methods: the open screens of whoever reads them show it. */
export async function announceInboxes(tx: WriteTx, methodIds: readonly string[]): Promise<void> {
  if (methodIds.length === 0) return;
  const owners = await tx.db.execute<{ membershipId: string; clientId: string }>(sql`
    select distinct c.membership_id as "membershipId", c.client_id as "clientId"
    from contact_methods m join contacts c on (c.organization_id, c.id) = (m.organization_id, m.contact_id)
    where m.organization_id = ${tx.actor.organizationId} and c.membership_id is not null
      and m.id = any(${`{${methodIds.join(',')}}`}::uuid[])`);
  await appendLiveEvents(
    tx,
    owners.map(({ membershipId, clientId }) => ({
      type: 'inbox.changed' as const,
      clientId,
      payload: { membershipId },
    })),
  );
}
