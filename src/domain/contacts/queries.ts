import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeTextCursor, toPage, type Page } from '../../kernel/cursor';
import { DomainError, requireAllowed } from '../../kernel/errors';
import { memberships } from '../tenancy/tables';
import type { ClientMember, Contact, listContactsInput } from './model';
import { canEditContacts, canReadOwnCard } from './policy';
import { shownAddress } from './shown-address';
import { contactMethods, contacts } from './tables';

/** Somebody who may no longer sign in reads nothing in the product any more. */
const enabledMember = sql<string | null>`(
  select m.id from memberships m
  where m.organization_id = contacts.organization_id and m.id = contacts.membership_id and m.disabled_at is null)`;

const contactColumns = {
  id: contacts.id,
  clientId: contacts.clientId,
  name: contacts.name,
  title: contacts.title,
  timeZone: contacts.timeZone,
  quietHours: contacts.quietHours,
  membershipId: enabledMember,
};

/** (By SQL: subscriptions stand to the right of contacts.) */
const isVerified = sql<boolean>`case ${contactMethods.channel}
  when 'app' then exists (
    select from contacts c join memberships m on m.organization_id = c.organization_id and m.id = c.membership_id
    where c.organization_id = contact_methods.organization_id and c.id = contact_methods.contact_id
      and m.disabled_at is null)
  when 'push' then exists (
    select from contacts c join memberships m on m.organization_id = c.organization_id and m.id = c.membership_id
    join push_subscriptions s on s.organization_id = c.organization_id and s.membership_id = m.id
    where c.organization_id = contact_methods.organization_id and c.id = contact_methods.contact_id
      and m.disabled_at is null and s.gone_at is null)
  else ${contactMethods.verifiedAt} is not null end`;

async function withMethods(tx: ReadTx, rows: Omit<Contact, 'methods'>[]): Promise<Contact[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const methods = await tx.db
    .select({
      id: contactMethods.id,
      contactId: contactMethods.contactId,
      channel: contactMethods.channel,
      address: contactMethods.address,
      delaySeconds: contactMethods.delaySeconds,
      format: contactMethods.format,
      isVerified,
      isStopped: sql<boolean>`${contactMethods.stoppedAt} is not null`,
      failure: contactMethods.failure,
      hasSecret: sql<boolean>`${contactMethods.sealedSecret} is not null`,
    })
    .from(contactMethods)
    .where(
      within(tx, contactMethods, inArray(contactMethods.contactId, ids), isNull(contactMethods.removedAt)),
    )
    .orderBy(contactMethods.position);
  return rows.map((row) => ({
    ...row,
    methods: methods
      .filter((method) => method.contactId === row.id)
      .map(({ contactId: _, ...method }) => method),
  }));
}

/** Those of `ids` that still are contacts, with their methods in the order in which they are tried, whole addresses. */
export async function loadContacts(tx: ReadTx, ids: string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select(contactColumns)
    .from(contacts)
    .where(within(tx, contacts, inArray(contacts.id, ids), isNull(contacts.removedAt)));
  return withMethods(tx, rows);
}

export async function loadContact(tx: ReadTx, id: string): Promise<Contact | undefined> {
  return (await loadContacts(tx, [id]))[0];
}

/** The contact, held until the transaction ends: two changes of its methods never cross. */
export async function lockContact(tx: ReadTx, id: string): Promise<Contact | undefined> {
  const rows = await tx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(within(tx, contacts, eq(contacts.id, id), isNull(contacts.removedAt)))
    .for('update');
  return rows.length === 0 ? undefined : loadContact(tx, id);
}

/** A method that still is one, with what is known of its code, and whose it is. */
export async function loadMethod(tx: ReadTx, id: string) {
  return withContact(tx, await selectMethod(tx, id));
}

/** The same, held until the transaction ends. */
export async function lockMethod(tx: ReadTx, id: string) {
  return withContact(tx, await selectMethod(tx, id).for('update'));
}

function selectMethod(tx: ReadTx, id: string) {
  return tx.db
    .select()
    .from(contactMethods)
    .where(within(tx, contactMethods, eq(contactMethods.id, id), isNull(contactMethods.removedAt)));
}

async function withContact(tx: ReadTx, [method]: (typeof contactMethods.$inferSelect)[]) {
  if (method === undefined) return undefined;
  const contact = await loadContact(tx, method.contactId);
  return contact && { method, contact };
}

/** As people and programs are shown it. */
export function shownContact(contact: Contact): Contact {
  return {
    ...contact,
    methods: contact.methods.map((method) => ({ ...method, address: shownAddress(method) })),
  };
}

/** By name. */
export async function listContacts(
  actor: Actor,
  input: z.output<typeof listContactsInput>,
): Promise<Page<Contact>> {
  const [name, id] = input.cursor === undefined ? [] : decodeTextCursor(input.cursor);
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(contactColumns)
      .from(contacts)
      .where(
        within(
          tx,
          contacts,
          isNull(contacts.removedAt),
          input.clientId === undefined ? undefined : eq(contacts.clientId, input.clientId),
          name === undefined || id === undefined
            ? undefined
            : or(gt(contacts.name, name), and(eq(contacts.name, name), gt(contacts.id, id))),
        ),
      )
      .orderBy(contacts.name, contacts.id)
      .limit(input.limit + 1);
    const whole = await withMethods(tx, rows);
    return toPage(whole.map(shownContact), input.limit, (last) => [last.name, last.id]);
  });
}

/** As whom the signed-in person can be told; at most 10, by name. */
export async function listOwnContacts(actor: Actor): Promise<Contact[]> {
  requireAllowed(canReadOwnCard(actor));
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(contactColumns)
      .from(contacts)
      .where(within(tx, contacts, eq(contacts.membershipId, actor.id), isNull(contacts.removedAt)))
      .orderBy(contacts.name, contacts.id)
      .limit(10);
    return (await withMethods(tx, rows)).map(shownContact);
  });
}

/** Whom a contact of the client can be, by name; at most 200. */
export async function listClientMembers(
  actor: Actor,
  { clientId }: { clientId: string },
): Promise<ClientMember[]> {
  requireAllowed(canEditContacts(actor, { clientId }));
  return readTx(actor, async (tx) =>
    tx.db
      .select({ id: memberships.id, name: memberships.name, role: memberships.role })
      .from(memberships)
      .where(within(tx, memberships, eq(memberships.clientId, clientId), isNull(memberships.disabledAt)))
      .orderBy(asc(memberships.name), asc(memberships.id))
      .limit(200),
  );
}

/** @throws DomainError INVALID unless it is nobody, or somebody of the client who may sign in */
export async function requireClientMember(
  tx: ReadTx,
  clientId: string,
  membershipId: string | null,
): Promise<void> {
  if (membershipId === null) return;
  const rows = await tx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      within(
        tx,
        memberships,
        eq(memberships.id, membershipId),
        eq(memberships.clientId, clientId),
        isNull(memberships.disabledAt),
      ),
    );
  if (rows.length > 0) return;
  const words = 'Choose somebody of this client who may sign in.';
  throw new DomainError('INVALID', words, [{ field: 'membershipId', words }]);
}
