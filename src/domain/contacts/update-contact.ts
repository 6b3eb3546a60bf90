import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound, requireRow } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { changeMethods } from './change-methods';
import type { Contact, updateContactInput } from './model';
import { canEditContacts, canTendContact } from './policy';
import { loadContact, lockContact, requireClientMember, shownContact } from './queries';
import { contacts } from './tables';

/**
 * Changes what is given. New methods replace the old ones; one that is given with its id, channel and address stays the
 * same, verified as it was. Whoever signs in as the contact may set their own time zone and quiet hours, and no more.
 * @throws DomainError INVALID when whoever should sign in as this contact is nobody of the client, or may not
 */
export async function updateContact(
  actor: Actor,
  input: z.output<typeof updateContactInput>,
): Promise<Contact> {
  return writeTx(actor, async (tx) => {
    const contact = requireFound(await lockContact(tx, input.contactId), 'contact');
    const { name, title, membershipId, methods, timeZone, quietHours } = input;
    const isOfHoursAlone = [name, title, membershipId, methods].every((change) => change === undefined);
    tx.authorize(
      isOfHoursAlone ? canTendContact(actor, contact) : canEditContacts(actor, contact),
      isOfHoursAlone ? undefined : 'You may set the time zone and the quiet hours of your own card alone.',
    );
    if (membershipId !== contact.membershipId) {
      await requireClientMember(tx, contact.clientId, membershipId ?? null);
    }
    const changes = Object.entries({ name, title, membershipId, timeZone, quietHours });
    const given = Object.fromEntries(changes.filter(([, change]) => change !== undefined));
    if (Object.keys(given).length > 0) {
      await tx.db
        .update(contacts)
        .set(given)
        .where(within(tx, contacts, eq(contacts.id, contact.id)));
    }
    if (methods !== undefined) await changeMethods(tx, contact, methods);
    await recordAudit(tx, 'contact.updated', contact, { hasNewMethods: methods !== undefined });
    return shownContact(requireRow(await loadContact(tx, contact.id)));
  });
}
