import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkerSettings } from '../../workers/run';

const root = join(import.meta.dirname, '../..');
const endWithParent = pathToFileURL(join(root, 'scripts/lib/end-with-parent.mjs')).href;

export type ChildWorker = {
  /** `kill -9`: no farewell of any kind. */
  kill(): Promise<void>;
  /** SIGTERM, as at a deployment; the exit code and how long it took. */
  stop(): Promise<{ code: number | null; milliseconds: number }>;
};

/** The worker as it runs in production, in a program of its own; resolves when it sweeps. */
export async function startChildWorker(settings: WorkerSettings): Promise<ChildWorker> {
  const child = launch(settings);
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

function launch(settings: WorkerSettings): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '--import', endWithParent, 'workers/main.ts'], {
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
      ENCRYPTION_KEY: '00'.repeat(32),
      WORKER_CONCURRENCY: String(settings.concurrency),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function untilStarted(child: ChildProcess): Promise<void> {
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
  if (!isStarted) throw new Error(`The worker did not start:\n${output}`);
}
