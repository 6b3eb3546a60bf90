import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkerSettings } from '../../workers/settings';

const root = join(import.meta.dirname, '../..');
const endWithParent = pathToFileURL(join(root, 'scripts/lib/end-with-parent.mjs')).href;

export type ChildWorker = {
  /** `kill -9`: no farewell of any kind. */
  kill(): Promise<void>;
  /** SIGTERM, as at a deployment; the exit code and how long it took. */
  stop(): Promise<{ code: number | null; milliseconds: number }>;
};

/** What is done to the program before it begins: a module of test/support, told by variables what to do. */
export type Preparation = { module: string; variables: Record<string, string> };

/** A wall clock that is ahead of the right time by so many milliseconds, or behind it. */
export const clockOffBy = (milliseconds: number): Preparation => ({
  module: 'clock-off.mjs',
  variables: { CLOCK_OFF_BY: String(milliseconds) },
});

/** A sweep that never begins by itself: only a ring begins one. */
export const onlyWoken: Preparation = { module: 'only-woken.mjs', variables: {} };

/** The worker as it runs in production, in a program of its own; resolves when it sweeps. */
export async function startChildWorker(
  settings: WorkerSettings,
  preparation?: Preparation,
): Promise<ChildWorker> {
  const child = launch(settings, preparation);
  const exited = once(child, 'exit');
  await untilStarted(child);
  return {
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const startedAt = performance.now();
      child.kill('SIGTERM');
      await exited;
      return { code: child.exitCode, milliseconds: performance.now() - startedAt };
    },
  };
}

/**
 * The same, which ends itself when it passes a moment of workers/moments.ts for the n-th time. `ended` resolves when it is
 * gone, whether by its own hand or by `kill`.
 */
export async function startDoomedWorker(
  settings: WorkerSettings,
  crashAt: { moment: string; times: number; afterMilliseconds: number },
): Promise<{ ended: Promise<{ isByItself: boolean }>; kill(): void }> {
  const { moment, times, afterMilliseconds } = crashAt;
  const variables = { CRASH_AT: `${moment}|${times}|${afterMilliseconds}` };
  const child = launch(settings, { module: 'crash-point.mjs', variables });
  let isKilled = false;
  const ended = once(child, 'exit').then(() => ({ isByItself: !isKilled }));
  const { isStarted, output } = await watchStart(child);
  // It may die before it says that it started, but only by the hand that was laid on it.
  if (!isStarted && child.signalCode !== 'SIGKILL') throw new Error(`The worker did not start:\n${output}`);
  return {
    ended,
    kill() {
      isKilled = true;
      child.kill('SIGKILL');
    },
  };
}

/** The same, started again whenever it ends by itself, as `npm start` does. */
export async function startSupervisedWorker(settings: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  let isStopping = false;
  let child = launch(settings);
  const supervised = (async () => {
    for (;;) {
      await once(child, 'exit');
      if (isStopping) return;
      child = launch(settings);
    }
  })();
  await untilStarted(child);
  return {
    async stop() {
      isStopping = true;
      child.kill('SIGTERM');
      await supervised;
    },
  };
}

function launch(settings: WorkerSettings, preparation?: Preparation): ChildProcess {
  const prepared =
    preparation === undefined
      ? []
      : ['--import', pathToFileURL(join(import.meta.dirname, preparation.module)).href];
  return spawn(
    process.execPath,
    ['--import', 'tsx', '--import', endWithParent, ...prepared, 'workers/main.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: settings.databaseUrl,
        REDIS_URL: settings.redisUrl ?? '',
        SMTP_URL: settings.smtpUrl ?? '',
        MAIL_FROM: settings.mailFrom,
        PUBLIC_URL: settings.publicUrl,
        AUTH_SECRET: settings.authSecret,
        ENCRYPTION_KEY: (settings.encryptionKey ?? Buffer.alloc(32)).toString('hex'),
        TWILIO_ACCOUNT_SID: settings.twilio?.accountSid ?? '',
        TWILIO_AUTH_TOKEN: settings.twilio?.authToken ?? '',
        TWILIO_FROM: settings.twilio?.from ?? '',
        TWILIO_API_URL: settings.twilio?.apiUrl ?? '',
        INBOUND_MAIL_DOMAIN: settings.inboundMail?.domain ?? '',
        INBOUND_MAIL_TOKEN: settings.inboundMail === undefined ? '' : 'only the web process reads it',
        VAPID_PUBLIC_KEY: settings.vapid?.publicKey ?? '',
        VAPID_PRIVATE_KEY: settings.vapid?.privateKey ?? '',
        WEBHOOK_PRIVATE_ADDRESSES: settings.privateAddresses.join(' '),
        HEARTBEAT_URL: settings.heartbeatUrl ?? '',
        SMS_PER_SECOND: String(settings.limits.smsPerSecond),
        CALLS_PER_SECOND: String(settings.limits.callsPerSecond),
        WORKER_CONCURRENCY: String(settings.concurrency),
        LOG_LEVEL: 'info',
        ...preparation?.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
}

async function untilStarted(child: ChildProcess): Promise<void> {
  const { isStarted, output } = await watchStart(child);
  if (!isStarted) throw new Error(`The worker did not start:\n${output}`);
}

/** Until it sweeps, or is gone. */
async function watchStart(child: ChildProcess): Promise<{ isStarted: boolean; output: string }> {
  let output = '';
  const isStarted = await new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('worker started')) resolve(true);
      });
    }
    child.once('exit', () => resolve(false));
  });
  return { isStarted, output };
}
