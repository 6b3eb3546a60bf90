import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const cluster = './test/support/cluster.ts';
const redis = './test/support/redis.ts';

interface Suite {
  name: string;
  folder: string;
  globalSetup?: string[];
  env?: Record<string, string>;
  testTimeout?: number;
}

const suite = ({ name, folder, ...test }: Suite) => ({
  extends: true as const,
  test: { name, include: [`test/${folder}/**/*.test.{ts,tsx}`], ...test },
});

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'node',
    testTimeout: 10_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      suite({ name: 'unit', folder: 'unit' }),
      suite({ name: 'domain', folder: 'domain', globalSetup: [cluster] }),
      suite({ name: 'scenarios', folder: 'scenarios', globalSetup: [cluster], testTimeout: 60_000 }),
      suite({
        name: 'workers:postgres',
        folder: 'workers',
        globalSetup: [cluster],
        env: { QUEUE_BACKEND: 'postgres' },
        testTimeout: 60_000,
      }),
      suite({
        name: 'workers:redis',
        folder: 'workers',
        globalSetup: [cluster, redis],
        env: { QUEUE_BACKEND: 'redis' },
        testTimeout: 60_000,
      }),
    ],
  },
});
