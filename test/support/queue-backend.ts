import { once } from 'node:events';
import { connect } from 'node:net';
import postgres from 'postgres';
import type { TestDatabase } from './database';
import { startRedis } from './redis';

/** Each test of the workers runs once for each of them: vitest.config.ts sets QUEUE_BACKEND. */
export const isOnRedis = process.env.QUEUE_BACKEND === 'redis';

export type TestQueue = {
  redisUrl: string | undefined;
  /** Every job is gone, as after a disaster or a careless hand. */
  empty(): Promise<void>;
  /** Not a byte more is taken, until there is room again. (Of Redis alone; the database of a test is not filled up.) */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  stop(): Promise<void>;
};

/** A queue backend of one's own: a Redis, or nothing besides the database. */
export async function startQueue(database: TestDatabase): Promise<TestQueue> {
  if (!isOnRedis) {
    const nothing = async () => undefined;
    const empty = () => emptyTables(database);
    return { redisUrl: undefined, empty, fill: nothing, makeRoom: nothing, stop: nothing };
  }
  const redis = await startRedis();
  return {
    redisUrl: redis.url,
    empty: () => order(redis.url, 'FLUSHALL'),
    fill: () => order(redis.url, 'CONFIG SET maxmemory 1'),
    makeRoom: () => order(redis.url, 'CONFIG SET maxmemory 0'),
    stop: () => redis.stop(),
  };
}

async function emptyTables(database: TestDatabase): Promise<void> {
  const admin = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
  await admin`truncate bullmq.job cascade`;
  await admin.end();
}

async function order(url: string, command: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${command}\r\n`);
  const answer: unknown[] = await once(socket, 'data');
  socket.destroy();
  if (!String(answer[0]).startsWith('+OK')) throw new Error(`${command}: ${String(answer[0])}`);
}
