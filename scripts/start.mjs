/** `npm start`: brings up everything that one machine needs, and takes it down again in order. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimFolder } from './lib/claim-folder.mjs';
import { ensureBuild, ensurePackages } from './lib/freshness.mjs';
import { keepDatabaseRunning, openDatabase } from './lib/open-database.mjs';
import { assertPortFree } from './lib/ports.mjs';
import { root, run, typescript } from './lib/run.mjs';
import { Refusal, say, step } from './lib/say.mjs';
import { loadSecrets, vapidEnvironment } from './lib/secrets.mjs';
import { supervise } from './lib/supervisor.mjs';

const isDev = process.argv.includes('--dev');
const interruption = new AbortController();
const { signal } = interruption;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interruption.abort());

/** What must be undone at the end, last first. */
const undo = [];

try {
  await start();
} catch (error) {
  if (!signal.aborted) {
    process.exitCode = 1;
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
  }
} finally {
  interruption.abort();
  if (undo.length > 1) say('Stopping …');
  for (const action of undo.reverse()) await action();
  if (process.exitCode !== 1) say('Stopped.');
  process.exit();
}

async function start() {
  assertNodeVersion();
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const settings = readSettings();
  makeFolder(settings.folder);

  const claim = await claimFolder(settings.folder, settings.url);
  undo.push(() => claim.release());
  await assertPortFree(settings.port, settings.host);
  await ensurePackages({ signal });

  const secrets = loadSecrets(settings.folder);
  const env = childEnvironment(settings, secrets);
  const failure = 'The environment is wrong:';
  const placeholder = { DATABASE_URL: env.DATABASE_URL || 'postgres://127.0.0.1/calmline' };
  await run([...typescript, 'scripts/check-environment.ts'], {
    env: { ...env, ...placeholder },
    signal,
    failure,
  });

  const database = await openDatabase({
    folder: settings.folder,
    secrets,
    externalUrl: env.DATABASE_URL,
    ownerUrl: env.DATABASE_OWNER_URL,
  });
  if (database.server) undo.push(() => database.server.stop());
  signal.throwIfAborted();
  await prepareDatabase(database, env, settings);
  if (!isDev) await ensureBuild({ signal, env });

  const appEnv = { ...env, DATABASE_URL: database.urls.app, DATABASE_OWNER_URL: '', DATABASE_ADMIN_URL: '' };
  const web = supervise('web', 'server.ts', appEnv);
  const worker = supervise('worker', 'workers/main.ts', appEnv);
  undo.push(() => Promise.all([web.stop(), worker.stop()]));
  const ends = [web.failed, worker.failed, untilAborted()];
  if (database.server) ends.push(keepDatabaseRunning(database, () => signal.aborted));

  const isLive = step('web and worker started', () => answers(`${settings.localUrl}/api/health/live`));
  const reason = await Promise.race([
    ...ends,
    isLive.then(() => announce(settings)).then(() => Promise.race(ends)),
  ]);
  if (reason && !signal.aborted) throw new Refusal(reason);
}

function assertNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Calmline needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

function readSettings() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal('PORT must be a whole number from 1 to 65535');
  }
  const host = process.env.HOST || '127.0.0.1';
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const localUrl = `http://${reachable}:${port}`;
  const folder = resolve(root, process.env.DATA_DIR || '.data');
  return { port, host, localUrl, url: process.env.PUBLIC_URL || localUrl, folder };
}

/** Others may pass through it (as root, the database user must) but not look around. */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Refusal(`DATA_DIR cannot be written: ${error.message}`);
  }
  if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o711);
}

function childEnvironment({ folder, url }, secrets) {
  return {
    ...process.env,
    NODE_ENV: isDev ? 'development' : 'production',
    DATA_DIR: folder,
    PUBLIC_URL: url,
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.authSecret,
    ENCRYPTION_KEY: process.env.ENCRYPTION_KEY || secrets.encryptionKey,
    ...vapidEnvironment(secrets),
  };
}

async function prepareDatabase({ urls, server }, env, { folder }) {
  const databaseEnv = {
    ...env,
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner ?? '',
    DATABASE_ADMIN_URL: urls.admin ?? '',
  };
  const migrate = [...typescript, 'scripts/migrate.ts', ...(urls.owner ? [] : ['--check'])];
  const failure = 'The database could not be brought up to date:';
  await step('database up to date', () => run(migrate, { env: databaseEnv, signal, failure }));
  const wantsDemo = (env.SEED || (server ? 'demo' : 'none')) === 'demo';
  if (!wantsDemo || !urls.owner) return;
  const seed = [...typescript, 'scripts/seed.ts'];
  const title = existsSync(join(folder, 'demo.json')) ? 'demo checked' : 'demo written';
  await step(title, () => run(seed, { env: databaseEnv, signal, failure: 'The demo could not be written:' }));
}

function untilAborted() {
  return new Promise((done) => (signal.aborted ? done() : signal.addEventListener('abort', () => done())));
}

async function answers(url) {
  while (!(await isOk(url))) await sleep(100, undefined, { signal });
}

/** A refused or slow answer is what is expected of a web that is still starting. */
async function isOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch (error) {
    if (['TypeError', 'TimeoutError'].includes(error.name)) return false;
    throw error;
  }
}

function announce({ url, folder }) {
  if (signal.aborted) return;
  say(`\nCalmline is running at ${url} (Ctrl-C stops it)`);
  const path = join(folder, 'demo.json');
  if (!existsSync(path)) return;
  say('\nDemo sign-ins:');
  for (const { name, users } of JSON.parse(readFileSync(path, 'utf8')).organizations) {
    say(`  ${name}`);
    const width = Math.max(...users.map(({ role }) => role.length));
    for (const { role, email, password } of users) say(`    ${role.padEnd(width)}  ${email}  ${password}`);
  }
}
