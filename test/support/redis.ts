/** Vitest global setup: a throwaway Redis on the loopback address, for the workers that run on Redis. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { findProgram } from '../../scripts/lib/browsers.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string;
  }
}

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const redis = await startRedis();
  project.provide('redisUrl', redis.url);
  return () => redis.stop();
}

/** As production wants it (noeviction), but kept in memory only. */
export async function startRedis(): Promise<TestRedis> {
  const program =
    process.env.REDIS_SERVER_PATH ?? findProgram('redis-server') ?? findProgram('valkey-server');
  if (!program)
    throw new Error('redis-server is not installed; `npm test` brings it, or set REDIS_SERVER_PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'calmline-redis-'));
  const port = await freePort();
  const flags = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(program, args, { stdio: 'ignore' });
  await once(child, 'spawn');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const giveUpAt = Date.now() + 5_000;
  while (!(await answersPing(port))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      await stop();
      throw new Error('redis-server did not start.');
    }
    await sleep(25);
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

async function answersPing(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const answer: unknown[] = await once(socket, 'data');
    return String(answer[0]).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
