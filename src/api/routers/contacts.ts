import { randomBytes } from 'node:crypto';
import { seal } from '../../auth/seal';
import { createContact } from '../../domain/contacts/create-contact';
import {
  createContactInput,
  listClientMembersInput,
  listContactsInput,
  methodIdInput,
  removeContactInput,
  updateContactInput,
  verifyMethodInput,
} from '../../domain/contacts/model';
import { listClientMembers, listContacts, listOwnContacts } from '../../domain/contacts/queries';
import { renewSecret } from '../../domain/contacts/renew-secret';
import { updateContact } from '../../domain/contacts/update-contact';
import { verifyMethod } from '../../domain/contacts/verify-method';
import { removeContact } from '../../domain/escalations/remove-contact';
import { getCode } from '../../domain/notifications/code-queries';
import { sendCode } from '../../domain/notifications/send-code';
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
    .input(removeContactInput)
    .mutation(({ ctx, input }) => removeContact(ctx.actor, input)),
  /** As whom the asker is told. */
  own: procedure.query(({ ctx }) => listOwnContacts(ctx.actor)),
  /** Who of a client can be a contact. */
  members: procedure
    .input(listClientMembersInput)
    .query(({ ctx, input }) => listClientMembers(ctx.actor, input)),
  sendCode: procedure.input(methodIdInput).mutation(({ ctx, input }) => sendCode(ctx.actor, input)),
  /** What became of the newest code. */
  code: procedure.input(methodIdInput).query(({ ctx, input }) => getCode(ctx.actor, input)),
  verify: procedure.input(verifyMethodInput).mutation(({ ctx, input }) => verifyMethod(ctx.actor, input)),
  /** The secret is told here and never again. */
  renewSecret: procedure.input(methodIdInput).mutation(async ({ ctx, input }) => {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    await renewSecret(ctx.actor, { ...input, sealedSecret: seal(secret) });
    return { secret };
  }),
});
