import type { SendLimits } from '@/domain/notifications/room-to-send';
import type { Environment } from '@/env';

export type WorkerSettings = {
  /** For the queue and for LISTEN; rows are read and written through the process's own pool (useDatabase). */
  databaseUrl: string;
  redisUrl?: string | undefined;
  smtpUrl?: string | undefined;
  /** `Name <address>` */
  mailFrom: string;
  publicUrl: string;
  authSecret: string;
  /** `apiUrl`: the carrier, or a stand-in that speaks like Twilio. */
  twilio?: { accountSid: string; authToken: string; from: string; apiUrl: string } | undefined;
  /** Where answers by e-mail go. */
  inboundMail?: { domain: string } | undefined;
  /** `subject`: a mailto: or https: address that a push service may turn to. */
  vapid?: { publicKey: string; privateKey: string; subject: string } | undefined;
  /** Private addresses that webhooks may go to all the same. */
  privateAddresses: string[];
  /** Is asked for regularly while nothing is overdue. */
  heartbeatUrl?: string | undefined;
  /** What the carrier takes from the whole installation. */
  limits: SendLimits;
  /** Opens what is sealed in rows. */
  encryptionKey?: Buffer | undefined;
  /** Messages in hand at once. */
  concurrency: number;
  /** After how many milliseconds a hand-over is cut off; 20 s unless a test is in a hurry. */
  cutOffAfter?: number;
};

/** The carrier, when it is configured; env checks that its three names come together. */
export function readTwilio(env: Environment): WorkerSettings['twilio'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  if (accountSid === undefined || authToken === undefined || from === undefined) return undefined;
  return { accountSid, authToken, from, apiUrl: env.TWILIO_API_URL };
}

export function readInboundMail(env: Environment): WorkerSettings['inboundMail'] {
  return env.INBOUND_MAIL_DOMAIN === undefined ? undefined : { domain: env.INBOUND_MAIL_DOMAIN };
}

/** Push services turn to the address of the installation itself, or to its mail when it has no https. */
export function readVapid(env: Environment): WorkerSettings['vapid'] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, PUBLIC_URL, MAIL_FROM } = env;
  if (publicKey === undefined || privateKey === undefined) return undefined;
  const address = /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
  const subject = PUBLIC_URL.startsWith('https:') ? PUBLIC_URL : `mailto:${address}`;
  return { publicKey, privateKey, subject };
}
