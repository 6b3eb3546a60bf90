import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { databaseUser, enterableFolder, findBinaries } from './postgres-binaries.mjs';
import { lastLines } from './run.mjs';
import { Refusal } from './say.mjs';

const retryMs = 8_000;
const readyMs = 120_000;
const logLimitBytes = 10_000_000;

/** Starts the PostgreSQL of a folder, making it on the first start. See the declaration file for the contract. */
export async function startEmbeddedPostgres({ folder, password, settings = {}, isDurable = true }) {
  const user = databaseUser(join(folder, 'postgres'));
  const binaries = findBinaries(user);
  const home = enterableFolder(user, folder);
  const cluster = join(home, 'postgres');
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster({ binaries, user, home, password, isDurable });
  assertSameMajor(binaries, cluster);
  stopLeftover({ binaries, user, cluster });
  const port = await rememberedPort(home);
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: 200,
    ...(!isDurable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  };
  const server = await launchWithRetries({
    binaries,
    user,
    cluster,
    log: join(home, 'postgres.log'),
    options,
  });
  return {
    port,
    pid: server.child.pid,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    exited: server.exited,
    stop: () => stopServer(server),
  };
}

/** Made beside its place and renamed, so that an interrupted first start leaves nothing half done. */
function createCluster({ binaries, user, home, password, isDurable }) {
  const draft = join(home, 'postgres.new');
  const passwordFile = join(home, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const { status, stderr, error } = spawnSync(
      binaries.initdb,
      [
        ...['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...[
          '--encoding=UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          `--locale=${systemLocale()}`,
        ],
        ...(isDurable ? [] : ['--no-sync']),
      ],
      { ...user, cwd: draft, encoding: 'utf8' },
    );
    if (error) throw new Refusal(`PostgreSQL cannot be run: ${error.message}`);
    if (status !== 0) throw new Refusal(`The database could not be created:\n${lastLines(stderr)}`);
  } finally {
    rmSync(passwordFile);
  }
  renameSync(draft, join(home, 'postgres'));
}

/** Sorting comes from PostgreSQL itself; this one only tells letters from signs for search. */
function systemLocale() {
  return { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform] ?? 'C';
}

function assertSameMajor(binaries, cluster) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const packaged = /(\d+)\./.exec(
    spawnSync(binaries.initdb, ['--version'], { encoding: 'utf8' }).stdout,
  )?.[1];
  if (made === packaged) return;
  throw new Refusal(
    `${cluster} was made by PostgreSQL ${made}, this release brings ${packaged}. See "Upgrades" in docs/operations.md.`,
  );
}

/**
 * A start that was killed leaves its server running: it is stopped cleanly. PostgreSQL itself sees through a
 * file whose number is free, but not through one that another program has been given since, after a reboot.
 */
function stopLeftover({ binaries, user, cluster }) {
  const left = readPidFile(cluster);
  const command = left && commandOf(left.pid);
  if (!command) return;
  if (!command.includes('postgres')) return rmSync(join(cluster, 'postmaster.pid'));
  const args = ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '15'];
  spawnSync(binaries.pg_ctl, args, { ...user, cwd: cluster });
}

function commandOf(pid) {
  const path = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self')) return existsSync(path) ? readFileSync(path, 'utf8') : '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}

function readPidFile(cluster) {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
}

async function rememberedPort(home) {
  const path = join(home, 'postgres.port');
  const port = await freePort(existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0);
  writeFileSync(path, String(port));
  return port;
}

/** After `kill -9` the old server's children need a moment to go: the first attempts may be refused. */
async function launchWithRetries(place) {
  const giveUpAt = Date.now() + retryMs;
  for (;;) {
    const server = launch(place);
    if (await becomesReady(server, place.cluster)) return server;
    if (Date.now() > giveUpAt) {
      throw new Refusal(
        `PostgreSQL does not start. Its log ends:\n${lastLines(readFileSync(place.log, 'utf8'), 12)}`,
      );
    }
    await sleep(300);
  }
}

function launch({ binaries, user, cluster, log, options }) {
  const isLarge = existsSync(log) && statSync(log).size > logLimitBytes;
  const output = openSync(log, isLarge ? 'w' : 'a', 0o600);
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C in a terminal must reach the web and the worker first, and the database last.
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    ...user,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const server = { child, hasExited: false };
  server.exited = new Promise((resolve) => {
    const settle = (reason) => {
      server.hasExited = true;
      resolve(reason);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, killedBy) => settle(killedBy ?? `code ${code}`));
  });
  return server;
}

async function becomesReady(server, cluster) {
  const giveUpAt = Date.now() + readyMs;
  while (!server.hasExited && Date.now() < giveUpAt) {
    const found = readPidFile(cluster);
    if (found?.pid === server.child.pid && found.isReady) return true;
    await sleep(20);
  }
  if (!server.hasExited) await stopServer(server);
  return false;
}

/** Fast shutdown: open transactions are rolled back, what was committed is kept. */
async function stopServer(server) {
  if (server.hasExited) return;
  server.child.kill('SIGINT');
  const isDone = await Promise.race([server.exited.then(() => true), sleep(15_000, false, { ref: false })]);
  if (!isDone) server.child.kill('SIGQUIT');
  await server.exited;
}
