import { z } from 'zod';
import { toE164 } from '../../kernel/phone';

export const contactChannels = ['email', 'sms', 'voice'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** An address that fits its channel: an e-mail address, or a phone number, kept as E.164. */
const contactMethodInput = z
  .strictObject({ channel: z.enum(contactChannels), address: z.string().trim().min(1).max(254) })
  .transform((method, context) => {
    if (method.channel === 'email') {
      if (z.email().safeParse(method.address).success) return method;
      context.addIssue({ code: 'custom', path: ['address'], message: 'That is not an e-mail address.' });
      return z.NEVER;
    }
    const number = toE164(method.address);
    if (number !== null) return { ...method, address: number };
    context.addIssue({
      code: 'custom',
      path: ['address'],
      message: 'That is not a phone number. Write it with its country code, for example +49 30 123456.',
    });
    return z.NEVER;
  });

const name = z.string().trim().min(1, 'A contact needs a name.').max(120);
const methods = z.array(contactMethodInput).max(10, 'A contact has at most 10 methods.');

export const createContactInput = z.strictObject({
  clientId: z.uuid(),
  name,
  title: z.string().trim().max(120).default(''),
  methods: methods.default([]),
});

export const updateContactInput = z.strictObject({
  contactId: z.uuid(),
  name: name.optional(),
  title: z.string().trim().max(120).optional(),
  methods: methods.optional().describe('Replaces all methods, in the order in which they are tried'),
});

export const contactIdInput = z.strictObject({ contactId: z.uuid() });

export const listContactsInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type ContactMethod = { id: string; channel: ContactChannel; address: string };
export type Contact = { id: string; clientId: string; name: string; title: string; methods: ContactMethod[] };
