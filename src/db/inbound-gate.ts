import type { Actor } from '../kernel/actor';
import type { Sql } from './client';
import { linkActor } from './gate';

/**
 * Who answers an e-mail: the person whom the delivery was for, in the tenant whose delivery it is.
 * @param deliveryId out of a reply address whose signature was checked
 * @returns null when no e-mail of an escalation has that id
 */
export async function findMailAnswerer(sql: Sql, deliveryId: string): Promise<Actor | null> {
  const [row] = await sql<{ organization_id: string; client_id: string | null }[]>`
    select * from gate.inbound_delivery(${deliveryId})`;
  if (row === undefined) return null;
  return linkActor({ organizationId: row.organization_id, clientId: row.client_id, deliveryId, name: '' });
}
