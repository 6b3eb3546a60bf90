import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const cluster = './test/support/cluster.ts';
const redis = './test/support/redis.ts';

/** What the server's modules read; nothing listens at these addresses. */
const serverEnv = {
  DATABASE_URL: 'postgres://calmline_app@127.0.0.1:1/unused',
  PUBLIC_URL: 'https://calm.example',
  AUTH_SECRET: 'a secret of at least thirty-two characters',
  ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
};

/** What is said to whom, and what the database alone decides, has nothing to do with the queue: once is enough. */
const withoutQueue = [
  'bundles',
  'carrier',
  'carrier-channel',
  'channels',
  'chat',
  'digests',
  'fair',
  'handover',
  'inbox',
  'mail-answers',
  'many-claims',
  'methods',
  'old-release',
  'policies',
  'push',
  'reminders',
  'surges',
  'throttle',
  'webhook',
].map((name) => `test/workers/${name}.test.ts`);

interface Suite {
  name: string;
  folder: string;
  exclude?: string[];
  isolate?: boolean;
  globalSetup?: string[];
  env?: Record<string, string>;
  testTimeout?: number;
}

const suite = ({ name, folder, ...test }: Suite) => ({
  extends: true as const,
  test: { name, include: [`test/${folder}/**/*.test.{ts,tsx}`], ...test },
});

/**
 * Files of these share a process one after another, so that the product is loaded once and not two hundred times: each has a
 * database of its own. Those of scenarios do not: the web reads its environment once.
 */
const shared = { isolate: false };

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'node',
    // Of a test that hangs; the check runs beside them, on the same two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than processors: worker tests wait more than they compute.
    maxWorkers: 3,
    projects: [
      suite({ name: 'unit', folder: 'unit', env: serverEnv, ...shared }),
      suite({ name: 'domain', folder: 'domain', globalSetup: [cluster], env: serverEnv, ...shared }),
      suite({ name: 'scenarios', folder: 'scenarios', globalSetup: [cluster], testTimeout: 60_000 }),
      suite({
        name: 'workers:postgres',
        folder: 'workers',
        globalSetup: [cluster],
        env: { QUEUE_BACKEND: 'postgres' },
        testTimeout: 60_000,
        ...shared,
      }),
      suite({
        name: 'workers:redis',
        folder: 'workers',
        globalSetup: [cluster, redis],
        env: { QUEUE_BACKEND: 'redis' },
        exclude: withoutQueue,
        testTimeout: 60_000,
        ...shared,
      }),
      suite({ name: 'crash', folder: 'crash', globalSetup: [cluster], env: { QUEUE_BACKEND: 'postgres' } }),
      suite({
        name: 'crash:redis',
        folder: 'crash',
        globalSetup: [cluster, redis],
        env: { QUEUE_BACKEND: 'redis' },
      }),
    ],
  },
});
