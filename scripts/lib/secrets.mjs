import { randomBytes } from 'node:crypto';
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
  if (missing.length === 0) return kept;
  const secrets = {
    ...kept,
    ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('hex')])),
  };
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Refusal(`${path} cannot be read. Restore it: the database and its secrets depend on it.`);
  }
}
