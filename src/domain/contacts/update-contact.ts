import { eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { Contact, updateContactInput } from './model';
import { canEditContacts } from './policy';
import { loadContact } from './queries';
import { contactMethods, contacts } from './tables';

/** Changes what is given. New methods replace the old ones, which stay for the record of what was sent to them. */
export async function updateContact(
  actor: Actor,
  input: z.output<typeof updateContactInput>,
): Promise<Contact> {
  return writeTx(actor, async (tx) => {
    const contact = requireFound(await loadContact(tx, input.contactId), 'contact');
    tx.authorize(canEditContacts(actor, contact));
    const { name = contact.name, title = contact.title } = input;
    await tx.db
      .update(contacts)
      .set({ name, title })
      .where(within(tx, contacts, eq(contacts.id, contact.id)));
    const methods = input.methods?.map((method) => ({ id: newId(), ...method }));
    if (methods !== undefined) {
      await tx.db
        .update(contactMethods)
        .set({ removedAt: tx.now })
        .where(
          within(
            tx,
            contactMethods,
            eq(contactMethods.contactId, contact.id),
            isNull(contactMethods.removedAt),
          ),
        );
      if (methods.length > 0) {
        const { organizationId } = actor;
        const { id: contactId, clientId } = contact;
        await tx.db
          .insert(contactMethods)
          .values(
            methods.map((method, position) => ({ ...method, organizationId, clientId, contactId, position })),
          );
      }
    }
    await recordAudit(tx, 'contact.updated', contact, { hasNewMethods: methods !== undefined });
    return { ...contact, name, title, methods: methods ?? contact.methods };
  });
}
