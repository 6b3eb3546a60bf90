import { createContact } from '../../domain/contacts/create-contact';
import {
  contactIdInput,
  createContactInput,
  listContactsInput,
  updateContactInput,
} from '../../domain/contacts/model';
import { listContacts } from '../../domain/contacts/queries';
import { removeContact } from '../../domain/contacts/remove-contact';
import { updateContact } from '../../domain/contacts/update-contact';
import { procedure, router } from '../trpc';

export const contactsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/contacts' } })
    .input(listContactsInput)
    .query(({ ctx, input }) => listContacts(ctx.actor, input)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/contacts', status: 201 } })
    .input(createContactInput)
    .mutation(({ ctx, input }) => createContact(ctx.actor, input)),
  update: procedure
    .meta({ rest: { method: 'PATCH', path: '/contacts/{contactId}' } })
    .input(updateContactInput)
    .mutation(({ ctx, input }) => updateContact(ctx.actor, input)),
  remove: procedure
    .meta({ rest: { method: 'DELETE', path: '/contacts/{contactId}' } })
    .input(contactIdInput)
    .mutation(({ ctx, input }) => removeContact(ctx.actor, input.contactId)),
});
