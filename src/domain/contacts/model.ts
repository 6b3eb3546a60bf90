import { z } from 'zod';
import type { Role } from '../../kernel/actor';
import { toE164 } from '../../kernel/phone';

const PHONE_WORDS = 'That is not a phone number. Write it with its country code, for example +49 30 123456.';

/** `app`: in the product; `push`: on the devices of whoever signs in as this contact. */
export const contactChannels = ['email', 'sms', 'voice', 'webhook', 'chat', 'app', 'push'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const chatFormats = ['slack', 'teams', 'google_chat'] as const;
export type ChatFormat = (typeof chatFormats)[number];

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 22:00.');

/** Wall times of the contact's own zone; `from` after `to` runs over midnight. */
const quietHoursInput = z
  .strictObject({ from: wallTime, to: wallTime })
  .refine(({ from, to }) => from !== to, { message: 'Quiet hours need an end.', path: ['to'] });
export type QuietHours = z.output<typeof quietHoursInput>;

/** The second and later methods wait so much longer each, unless told otherwise: people are told once, on their first choice. */
export const METHOD_DELAY_SECONDS = 120;
export const LONGEST_METHOD_DELAY_SECONDS = 3_600;

/** Whose address a code can be sent to; the others are proven by signing in. */
export const codeChannels: readonly ContactChannel[] = ['email', 'sms', 'voice', 'webhook', 'chat'];

const webAddress = (address: string) =>
  URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);

const addressProblems: Record<ContactChannel, { fits: (address: string) => boolean; words: string }> = {
  email: { fits: (address) => z.email().safeParse(address).success, words: 'That is not an e-mail address.' },
  sms: { fits: (address) => toE164(address) !== null, words: PHONE_WORDS },
  voice: { fits: (address) => toE164(address) !== null, words: PHONE_WORDS },
  webhook: { fits: webAddress, words: 'Write the whole address, beginning with https://' },
  chat: { fits: webAddress, words: 'Paste the address of the incoming webhook, beginning with https://' },
  app: { fits: (address) => address === '', words: 'Messages in the product need no address.' },
  push: { fits: (address) => address === '', words: 'Notifications on devices need no address.' },
};

/** An address that fits its channel: an e-mail address, a phone number, kept as E.164, or a web address. */
const contactMethodInput = z
  .strictObject({
    /** Of a method that stays: it keeps what was verified. */
    id: z.uuid().optional(),
    channel: z.enum(contactChannels),
    address: z.string().trim().max(2_000).default(''),
    /** How long after the step began it is tried; unless told, two minutes more than the one before. */
    delaySeconds: z
      .number()
      .int()
      .min(0)
      .max(LONGEST_METHOD_DELAY_SECONDS, 'A method waits at most an hour.')
      .optional(),
    /** Of a `chat` address; unless told, by its host. */
    format: z.enum(chatFormats).optional(),
  })
  .transform((method, context) => {
    const { fits, words } = addressProblems[method.channel];
    if (fits(method.address)) return { ...method, address: toE164IfPhone(method) };
    context.addIssue({ code: 'custom', path: ['address'], message: words });
    return z.NEVER;
  });

export type ContactMethodInput = z.input<typeof contactMethodInput>;

function toE164IfPhone({ channel, address }: { channel: ContactChannel; address: string }): string {
  return channel === 'sms' || channel === 'voice' ? (toE164(address) ?? address) : address;
}

const timeZone = z
  .string()
  .refine(
    (zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone),
    'That is no time zone.',
  );
const name = z.string().trim().min(1, 'A contact needs a name.').max(120);
const methods = z.array(contactMethodInput).max(10, 'A contact has at most 10 methods.');

export const createContactInput = z.strictObject({
  clientId: z.uuid(),
  name,
  title: z.string().trim().max(120).default(''),
  methods: methods.default([]),
  timeZone: timeZone.nullable().default(null).describe("null: the client's"),
  quietHours: quietHoursInput.nullable().default(null).describe('When what is not urgent waits'),
  membershipId: z.uuid().nullable().default(null).describe('Who signs in as this contact'),
});

export const updateContactInput = z.strictObject({
  contactId: z.uuid(),
  name: name.optional(),
  title: z.string().trim().max(120).optional(),
  methods: methods.optional().describe('Replaces all methods, in the order in which they are tried'),
  timeZone: timeZone.nullable().optional(),
  quietHours: quietHoursInput.nullable().optional(),
  membershipId: z.uuid().nullable().optional(),
});

export const removeContactInput = z.strictObject({
  contactId: z.uuid(),
  replacedById: z.uuid().optional().describe('Who stands in from now on, in every schedule and policy'),
  isGapAccepted: z.boolean().optional().describe('Remove even where a step or a rotation is left empty'),
});

export const methodIdInput = z.strictObject({ methodId: z.uuid() });
export const verifyMethodInput = z.strictObject({
  methodId: z.uuid(),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'The code has six digits.'),
});

export const contactIdInput = z.strictObject({ contactId: z.uuid() });

export const listContactsInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const listClientMembersInput = z.strictObject({ clientId: z.uuid() });

export type ContactMethod = {
  id: string;
  channel: ContactChannel;
  /** Of `webhook` and `chat`, lists show the host alone: whoever knows the whole can post there. */
  address: string;
  delaySeconds: number;
  format: ChatFormat | null;
  /** Somebody read a code there; `app` and `push`: somebody signs in, on a device that takes notifications. */
  isVerified: boolean;
  /** The person answered STOP. */
  isStopped: boolean;
  /** Why it failed for good last; null: it did not, or works again. */
  failure: string | null;
  /** What is posted to a `webhook` can be signed: without a secret nothing is. */
  hasSecret: boolean;
};
export type Contact = {
  id: string;
  clientId: string;
  name: string;
  title: string;
  timeZone: string | null;
  quietHours: QuietHours | null;
  /** Who signs in as this contact, while they may. */
  membershipId: string | null;
  methods: ContactMethod[];
};

/** Whom a contact can be: somebody of the client who may sign in. */
export type ClientMember = { id: string; name: string; role: Role };
