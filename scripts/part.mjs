// One part of the product by itself: `npm run web`, `worker`, `seed`, `db:migrate`. With DATABASE_URL in the environment
// (or .env) it is run as it is; otherwise on the embedded database that `npm start` keeps running in DATA_DIR.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, typescript } from './lib/run.mjs';
import { Refusal } from './lib/say.mjs';
import { vapidEnvironment } from './lib/secrets.mjs';

const [script, ...args] = process.argv.slice(2);

function environment() {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  if (process.env.DATABASE_URL) return process.env;
  const folder = resolve(root, process.env.DATA_DIR || '.data');
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  if (!existsSync(join(folder, 'secrets.json')) || !existsSync(join(folder, 'postgres.port'))) {
    throw new Refusal('There is no database yet. Run npm start first, or set DATABASE_URL.');
  }
  const secrets = JSON.parse(read('secrets.json'));
  const port = read('postgres.port').trim();
  const url = (user, password) => `postgres://${user}:${password}@127.0.0.1:${port}/calmline`;
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    DATABASE_URL: url('calmline_app', secrets.databaseAppPassword),
    // Only what changes the database itself may have the owner's address.
    DATABASE_OWNER_URL: script.startsWith('scripts/')
      ? url('calmline_owner', secrets.databaseOwnerPassword)
      : '',
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.authSecret,
    ENCRYPTION_KEY: process.env.ENCRYPTION_KEY || secrets.encryptionKey,
    ...vapidEnvironment(secrets),
  };
}

try {
  const [command, ...flags] = typescript;
  const child = spawn(command, [...flags, script, ...args], {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
