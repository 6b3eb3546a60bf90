import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '../../src/db/client';
import { findProgram } from '../lib/browsers.mjs';
import { freePort } from '../lib/ports.mjs';

const root = join(import.meta.dirname, '../..');

type Arrival = { to: string; at: number };

export type Provider = {
  port: number;
  pid: number;
  clear(): void;
  count(): Promise<number>;
  tell(): Promise<Arrival[]>;
  stop(): void;
};

/** The carrier's stand-in, in a process of its own. */
export async function startProvider(): Promise<Provider> {
  const child = fork(join(import.meta.dirname, 'provider.ts'), { execArgv: ['--import', 'tsx'] });
  const next = async <T>() => ((await once(child, 'message')) as [T])[0];
  const { port } = await next<{ port: number }>();
  const ask = <T>(question: string) => {
    child.send(question);
    return next<T>();
  };
  return {
    port,
    pid: child.pid ?? 0,
    clear: () => child.send('clear'),
    count: async () => (await ask<{ count: number }>('count')).count,
    tell: async () => (await ask<{ arrivals: Arrival[] }>('tell')).arrivals,
    stop: () => child.disconnect(),
  };
}

export type Running = { pid: number; stop(): Promise<void> };

type WorkerSettings = { redisUrl: string | undefined; providerPort: number; concurrency: number };

/** The worker as `npm run worker` runs it, sending text messages. */
export async function startWorkerProcess(settings: WorkerSettings): Promise<Running> {
  return launch(['workers/main.ts'], {
    DATABASE_URL: database().url,
    REDIS_URL: settings.redisUrl ?? '',
    AUTH_SECRET: 'a secret of at least thirty-two characters',
    ENCRYPTION_KEY: '00'.repeat(32),
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'a token for the bench',
    TWILIO_FROM: '+15005550006',
    TWILIO_API_URL: `http://127.0.0.1:${settings.providerPort}`,
    SMS_PER_SECOND: '10000',
    WORKER_CONCURRENCY: String(settings.concurrency),
    LOG_LEVEL: 'info',
  });
}

/** The same engine with the least that a channel can be (bare-worker.ts). */
export async function startBareWorker(settings: WorkerSettings): Promise<Running> {
  const { redisUrl = '', providerPort, concurrency } = settings;
  const args = [database().url, redisUrl, String(providerPort), String(concurrency)];
  return launch(['scripts/bench/bare-worker.ts', ...args], {});
}

async function launch(args: string[], variables: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('worker started')) resolve();
    });
    child.once('exit', () => reject(new Error('The worker did not start.')));
  });
  return { pid: child.pid ?? 0, stop: () => end(child) };
}

/** Redis as production wants it: written down once a second, nothing evicted. */
export async function startRedisProcess(): Promise<Running & { url: string }> {
  const program = findProgram('redis-server') ?? findProgram('valkey-server');
  if (!program) throw new Error('redis-server is not installed.');
  const folder = await mkdtemp(join(tmpdir(), 'calmline-bench-redis-'));
  const port = await freePort();
  const flags = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
  };
  const child = spawn(
    program,
    Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]),
    {
      stdio: 'ignore',
    },
  );
  for (let tries = 0; !(await isOpen(port)); tries += 1) {
    if (tries > 100) throw new Error('redis-server did not start.');
    await sleep(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Seconds of CPU that these processes have used; a fair measure on a machine that others use too. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + secondsOf(pid), 0);
}

/** Linux counts hundredths of a second. A process that is gone counts no more. */
function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** Of the bench's own PostgreSQL: every process whose parent is the one that this session's was born of. */
export async function postgresPids(): Promise<number[]> {
  const [row] = await database().sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const parent = parentOf(row?.pid ?? 0);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return -1;
  }
}
