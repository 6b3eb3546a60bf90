import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import type { Contact, createContactInput } from './model';
import { canEditContacts } from './policy';
import { contactMethods, contacts } from './tables';

export async function createContact(
  actor: Actor,
  input: z.output<typeof createContactInput>,
): Promise<Contact> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditContacts(actor, input));
    await requireClient(tx, input.clientId);
    const contact: Contact = {
      ...input,
      id: newId(),
      methods: input.methods.map((method) => ({ id: newId(), ...method })),
    };
    const { organizationId } = actor;
    const { id, clientId, name, title } = contact;
    await tx.db.insert(contacts).values({ organizationId, id, clientId, name, title, createdAt: tx.now });
    if (contact.methods.length > 0) {
      await tx.db.insert(contactMethods).values(
        contact.methods.map((method, position) => ({
          ...method,
          organizationId,
          clientId,
          contactId: id,
          position,
        })),
      );
    }
    await recordAudit(tx, 'contact.created', contact, { methods: contact.methods.length });
    return contact;
  });
}
