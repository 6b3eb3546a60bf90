import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import { changeMethods } from './change-methods';
import type { Contact, createContactInput } from './model';
import { canEditContacts } from './policy';
import { loadContact, requireClientMember, shownContact } from './queries';
import { contacts } from './tables';

/** @throws DomainError INVALID when whoever should sign in as this contact is nobody of the client, or may not */
export async function createContact(
  actor: Actor,
  input: z.input<typeof createContactInput>,
): Promise<Contact> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditContacts(actor, input));
    await requireClient(tx, input.clientId);
    const { clientId, name, title = '', timeZone = null, quietHours = null, membershipId = null } = input;
    await requireClientMember(tx, clientId, membershipId);
    const contact = { id: newId(), clientId, name, title, timeZone, quietHours, membershipId };
    await tx.db
      .insert(contacts)
      .values({ ...contact, organizationId: actor.organizationId, createdAt: tx.now });
    const methods = input.methods ?? [];
    await changeMethods(tx, { ...contact, methods: [] }, methods);
    await recordAudit(tx, 'contact.created', contact, { methods: methods.length });
    return shownContact(requireRow(await loadContact(tx, contact.id)));
  });
}
