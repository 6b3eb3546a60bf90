import { createECDH, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './say.mjs';

const names = [
  'databaseAdminPassword',
  'databaseOwnerPassword',
  'databaseAppPassword',
  'authSecret',
  'encryptionKey',
];

/** The secrets of this folder, made once and kept in a file that only its owner can read. */
export function loadSecrets(folder) {
  const path = join(folder, 'secrets.json');
  const kept = existsSync(path) ? parse(path) : {};
  if (!existsSync(path) && existsSync(join(folder, 'postgres', 'PG_VERSION'))) {
    throw new Refusal(
      `${path} is missing, and the database beside it cannot be opened without it. Restore it.`,
    );
  }
  const missing = names.filter((name) => !kept[name]);
  const hasVapid = kept.vapidPublicKey && kept.vapidPrivateKey;
  if (missing.length === 0 && hasVapid) return kept;
  const secrets = {
    ...kept,
    ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('hex')])),
    ...(hasVapid ? {} : makeVapidKeys()),
  };
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}

/**
 * What tells push services that it is us (RFC 8292): a pair on P-256, as web-push writes it. Made once: browsers subscribe
 * to this very public key.
 */
function makeVapidKeys() {
  const pair = createECDH('prime256v1');
  const vapidPublicKey = pair.generateKeys('base64url');
  const privateKey = pair.getPrivateKey();
  // A number of less than 32 bytes comes without its leading zeros.
  const vapidPrivateKey = Buffer.concat([Buffer.alloc(32 - privateKey.length), privateKey]).toString(
    'base64url',
  );
  return { vapidPublicKey, vapidPrivateKey };
}

/** For the processes of the product. Both from the environment or both of our own: they are a pair. */
export function vapidEnvironment(secrets) {
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = process.env;
  if (VAPID_PUBLIC_KEY || VAPID_PRIVATE_KEY || !secrets.vapidPublicKey) return {};
  return { VAPID_PUBLIC_KEY: secrets.vapidPublicKey, VAPID_PRIVATE_KEY: secrets.vapidPrivateKey };
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Refusal(`${path} cannot be read. Restore it: the database and its secrets depend on it.`);
  }
}
