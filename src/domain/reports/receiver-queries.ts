import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError, requireFound } from '../../kernel/errors';
import { contacts } from '../contacts/tables';
import { requireClient } from '../tenancy/queries';
import { memberships } from '../tenancy/tables';
import type { setSubscriptionInput } from './model';

export type Receiver = {
  clientId: string | null;
  contactId: string | null;
  memberId: string | null;
  /** It is whoever asks. */
  isOwn: boolean;
};

function refuse(field: string, words: string): never {
  throw new DomainError('INVALID', words, [{ field, words }]);
}

/**
 * Who is to get an account, and of which client: contacts and a client's people of their own, account managers and
 * admins of one or of all.
 * @throws DomainError NOT_FOUND, INVALID
 */
export async function loadReceiver(
  tx: ReadTx,
  { clientId, contactId, memberId }: z.output<typeof setSubscriptionInput>,
): Promise<Receiver> {
  if (contactId !== undefined) return loadContactReceiver(tx, contactId, clientId);
  if (memberId === undefined && tx.actor.kind !== 'member')
    return refuse('memberId', 'Say who gets it: a contact, or somebody who signs in.');
  return loadMemberReceiver(tx, memberId ?? tx.actor.id, clientId);
}

async function loadContactReceiver(
  tx: ReadTx,
  contactId: string,
  clientId: string | null | undefined,
): Promise<Receiver> {
  const [row] = await tx.db
    .select({ clientId: contacts.clientId, membershipId: contacts.membershipId })
    .from(contacts)
    .where(within(tx, contacts, eq(contacts.id, contactId), isNull(contacts.removedAt)));
  const contact = requireFound(row, 'contact');
  if (clientId !== undefined && clientId !== contact.clientId)
    return refuse('clientId', 'A contact is told of their own company alone.');
  const isOwn = contact.membershipId !== null && contact.membershipId === tx.actor.id;
  return { clientId: contact.clientId, contactId, memberId: null, isOwn };
}

async function loadMemberReceiver(
  tx: ReadTx,
  memberId: string,
  clientId: string | null | undefined,
): Promise<Receiver> {
  const [row] = await tx.db
    .select({ clientId: memberships.clientId, role: memberships.role })
    .from(memberships)
    .where(within(tx, memberships, eq(memberships.id, memberId), isNull(memberships.disabledAt)));
  const member = requireFound(row, 'person');
  const receiver = { contactId: null, memberId, isOwn: memberId === tx.actor.id };
  if (member.clientId !== null) {
    if (clientId !== undefined && clientId !== member.clientId)
      return refuse('clientId', 'A client’s people are told of their own company alone.');
    return { ...receiver, clientId: member.clientId };
  }
  if (member.role === 'operator')
    return refuse('memberId', 'Accounts are for account managers, admins and the client’s people.');
  if (clientId !== undefined && clientId !== null) await requireClient(tx, clientId);
  return { ...receiver, clientId: clientId ?? null };
}

/** Where an account goes: an address of somebody who may have it. `methodId` is the contact method or the membership. */
export type AccountAddress = {
  methodId: string;
  recipientId: string;
  name: string;
  address: string;
  /** Whoever reads it belongs to the answering service. */
  isStaff: boolean;
};

/**
 * `gone`: who got it is no contact any more and has no successor, or may no longer sign in. `unreachable`: has no
 * address for mail now.
 */
export async function loadAccountAddress(
  tx: ReadTx,
  {
    clientId,
    contactId,
    membershipId,
  }: { clientId: string | null; contactId: string | null; membershipId: string | null },
): Promise<AccountAddress | 'gone' | 'unreachable'> {
  if (contactId !== null) return loadContactAddress(tx, contactId);
  const [member] = await tx.db
    .select({
      id: memberships.id,
      name: memberships.name,
      email: memberships.email,
      role: memberships.role,
      clientId: memberships.clientId,
    })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        and(sql`${memberships.id} = ${membershipId}::uuid`, isNull(memberships.disabledAt)),
      ),
    );
  if (member === undefined || member.role === 'operator') return 'gone';
  // Whoever changed sides must not read on.
  if (member.clientId !== null && member.clientId !== clientId) return 'gone';
  const { id, name, email: address } = member;
  return { methodId: id, recipientId: id, name, address, isStaff: member.clientId === null };
}

/** As many stand in for one another at the most. */
const MOST_SUCCESSORS = 20;

async function loadContactAddress(
  tx: ReadTx,
  contactId: string,
): Promise<AccountAddress | 'gone' | 'unreachable'> {
  const { organizationId } = tx.actor;
  const rows = await tx.db.execute<{
    id: string;
    name: string;
    methodId: string | null;
    address: string | null;
  }>(sql`
    with recursive successors (id, hops) as (
      select ${contactId}::uuid, 0
      union all
      select c.replaced_by_id, s.hops + 1 from successors s
      join contacts c on c.organization_id = ${organizationId} and c.id = s.id
      where c.removed_at is not null and c.replaced_by_id is not null and s.hops < ${MOST_SUCCESSORS}
    )
    select c.id, c.name, m.id as "methodId", m.address
    from successors s
    join contacts c on c.organization_id = ${organizationId} and c.id = s.id and c.removed_at is null
    left join lateral (
      select cm.id, cm.address from contact_methods cm
      where cm.organization_id = ${organizationId} and cm.contact_id = c.id and cm.channel = 'email'
        and cm.removed_at is null and cm.stopped_at is null
      order by cm.position limit 1
    ) m on true
    order by s.hops limit 1`);
  const [row] = rows;
  if (row === undefined) return 'gone';
  if (row.methodId === null || row.address === null) return 'unreachable';
  const { id: recipientId, name, methodId, address } = row;
  return { methodId, recipientId, name, address, isStaff: false };
}
