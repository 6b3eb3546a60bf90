import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The environment is wrong. The message has one line for each wrong value, fit to be shown to a person. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

const text = z.string().trim();
const wholeNumber = (from: number, to: number) => {
  const sentence = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number(sentence).int(sentence).min(from, sentence).max(to, sentence);
};
const url = (sentence: string, ...protocols: string[]) =>
  text.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), sentence);
const postgresUrl = url(
  'must look like postgres://user:password@host:5432/database',
  'postgres:',
  'postgresql:',
);
const webUrl = url('must be an http:// or https:// address', 'http:', 'https:').transform((value) =>
  value.replace(/\/+$/, ''),
);

/** What proxy-addr understands: an address, a range in CIDR notation, or one of its named ranges. */
function isProxy(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits ?? 1) >= 1 && Number(bits ?? 1) <= (version === 4 ? 32 : 128);
}

const encryptionKey = text.transform((value, context) => {
  const bytes = Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64');
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: 'custom', message: 'must be 32 bytes, written as 64 hex digits or as base64' });
  return z.NEVER;
});

const databaseShape = {
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
};

const shape = z.object({
  ...databaseShape,
  REDIS_URL: url('must look like redis://host:6379', 'redis:', 'rediss:').optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: webUrl.optional(),
  AUTH_SECRET: text.min(32, 'must have at least 32 characters'),
  ENCRYPTION_KEY: encryptionKey,
  SMTP_URL: url('must look like smtp://user:password@host:587', 'smtp:', 'smtps:').optional(),
  MAIL_FROM: text.default('Calmline <calmline@localhost>'),
  TWILIO_ACCOUNT_SID: text.optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_FROM: text.regex(/^\+[1-9]\d{6,14}$/, 'must be a number like +15551234567').optional(),
  TWILIO_API_URL: webUrl.default('https://api.twilio.com'),
  INBOUND_MAIL_DOMAIN: text.regex(/^[a-z0-9.-]+$/i, 'must be a domain such as reply.example.com').optional(),
  INBOUND_MAIL_TOKEN: text.min(16, 'must have at least 16 characters').optional(),
  VAPID_PUBLIC_KEY: text.optional(),
  VAPID_PRIVATE_KEY: text.optional(),
  WEBHOOK_PRIVATE_ADDRESSES: text
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
    .refine((list) => list.every((entry) => isIP(entry) !== 0), 'must list addresses such as 10.0.0.7'),
  HEARTBEAT_URL: webUrl.optional(),
  SMS_PER_SECOND: wholeNumber(1, 10_000).default(10),
  CALLS_PER_SECOND: wholeNumber(1, 100).default(1),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  SEED: z.enum(['demo', 'none'], 'must be demo or none').optional(),
  DATA_DIR: text.default('.data').transform((folder) => resolve(folder)),
  TRUSTED_PROXIES: text
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
    .refine((list) => list.every(isProxy), 'must list addresses such as 10.0.0.1 or 10.0.0.0/8'),
  METRICS_TOKEN: text.min(16, 'must have at least 16 characters').optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 500).default(50),
  NODE_ENV: z.enum(['development', 'production', 'test']).catch('production').default('development'),
});

const twilioNames = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const;

const complete = shape
  .superRefine((values, context) => {
    if (twilioNames.every((name) => values[name] === undefined)) return;
    for (const name of twilioNames) {
      const message = `is missing: the carrier needs ${twilioNames.join(', ')} together`;
      if (values[name] === undefined) context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .transform((values) => ({ ...values, PUBLIC_URL: values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}` }));

export type Environment = Readonly<z.output<typeof complete>>;
export type DatabaseEnvironment = Readonly<z.output<z.ZodObject<typeof databaseShape>>>;

let parsed: Environment | undefined;

/** The checked environment, read once. An empty variable counts as not set. @throws EnvironmentError */
export function env(): Environment {
  return (parsed ??= check(complete));
}

/** The database addresses alone, for the scripts that need nothing else. @throws EnvironmentError */
export function databaseEnvironment(): DatabaseEnvironment {
  return check(z.object(databaseShape));
}

function check<T extends z.ZodType>(schema: T): Readonly<z.output<T>> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${name in given || message.startsWith('is missing') ? message : 'is missing'}`;
  });
  throw new EnvironmentError([...new Set(lines)].join('\n'));
}

/** next-auth reads its own names from the environment; they follow from ours. */
export function tellNextAuth(): void {
  process.env['NEXTAUTH_URL'] = env().PUBLIC_URL;
  process.env['NEXTAUTH_SECRET'] = env().AUTH_SECRET;
}
