import {
  createPostgresBackend,
  createRedisBackend,
  withBackend,
  type JobsOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { SECOND } from '@/kernel/duration';
import { log } from '@/kernel/log';
import { complaint } from './complaint';

/** What a job carries: which row to look at. Everything else is read from the row when its turn comes. */
export type Turn = {
  id: string;
  organizationId: string;
  /** In the queue that several share: whose turn it is. */
  chore?: string;
};

export type QueuedTurn = { name: string; data: Turn; opts: JobsOptions };

/** The two ends of a queue, alike on both backends. */
export type JobQueue = { addBulk(turns: QueuedTurn[]): Promise<unknown>; close(): Promise<void> };
type JobWorker = { close(): Promise<void> };
type Work = (turn: Turn) => Promise<void>;

export type QueueBackend = {
  openQueue(name: string): Promise<JobQueue>;
  startWorker(name: string, work: Work, concurrency: number): Promise<JobWorker>;
  close(): Promise<void>;
};

/**
 * The queue lives in PostgreSQL, or in Redis when there is one.
 * Rows are the truth on both: a job that is lost, repeated or late changes nothing but when a row is looked at.
 */
export function chooseBackend(settings: {
  databaseUrl: string;
  redisUrl?: string | undefined;
}): QueueBackend {
  return settings.redisUrl === undefined ? inPostgres(settings.databaseUrl) : inRedis(settings.redisUrl);
}

const jobFailed = complaint('a job failed; its row is looked at again when it is due');

/**
 * A worker that dies holds its job for `lockDuration` at the most, then the next stalled check hands it on, however
 * often that happens. A backend that went away is asked again every second, not every fifteen.
 */
const recovery = {
  lockDuration: 8 * SECOND,
  stalledInterval: 4 * SECOND,
  maxStalledCount: 1_000,
  runRetryDelay: SECOND,
} satisfies Partial<WorkerOptions>;

function inPostgres(databaseUrl: string): QueueBackend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: 'bullmq',
    max,
    connectionTimeoutMillis: 10 * SECOND,
    statement_timeout: 15 * SECOND,
    query_timeout: 20 * SECOND,
  });
  const complain = complaint('the queue in PostgreSQL fails');
  return {
    async openQueue(name) {
      const queue = new Queue<Turn>(name, { connection: connection(1) });
      queue.on('error', complain);
      await queue.waitUntilReady();
      return queue;
    },
    async startWorker(name, work, concurrency) {
      // Begun by hand: a worker that runs on a queue it cannot reach at first asks for ever, without a pause.
      // Connections are what PostgreSQL has least of, and each queue of each process takes its own.
      const options = {
        connection: connection(concurrency > 5 ? 5 : 2),
        concurrency,
        autorun: false,
        ...recovery,
      };
      const worker = new Worker<Turn>(name, (job) => work(job.data), options);
      worker.on('error', complain);
      worker.on('failed', (_job, error) => jobFailed(error));
      await worker.waitUntilReady();
      worker.run().catch(complain);
      return worker;
    },
    close: () => Promise.resolve(),
  };
}

/** One hash tag, so that a queue's keys stay together in a Redis Cluster. */
const prefix = '{calmline}';

/** Producers fail at once while Redis is away (the sweep comes again); workers wait for it, however long. */
function inRedis(url: string): QueueBackend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const patience = {
    connectTimeout: 5 * SECOND,
    retryStrategy: (times: number) => Math.min(times * 200, 2 * SECOND),
  };
  const complain = complaint('the queue in Redis fails');
  const producer = new Redis(url, {
    ...patience,
    commandTimeout: 5 * SECOND,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  });
  producer.on('error', complain);
  producer.on('ready', () => {
    warnOfEviction(producer).catch(complain);
  });
  // Without these two a queue asks for the version first, and is broken for good when Redis is away just then.
  const isPatient = { skipWaitingForReady: true, skipVersionCheck: true };
  return {
    openQueue(name) {
      const queue = new Queue<Turn>(name, { connection: producer, prefix, ...isPatient });
      queue.on('error', complain);
      return Promise.resolve(queue);
    },
    startWorker(name, work, concurrency) {
      const connection = { url, ...patience, maxRetriesPerRequest: null };
      const options = { connection, prefix, concurrency, skipVersionCheck: true, ...recovery };
      const worker = new Worker<Turn>(name, (job) => work(job.data), options);
      worker.on('error', complain);
      worker.on('failed', (_job, error) => jobFailed(error));
      return Promise.resolve(worker);
    },
    close() {
      producer.disconnect();
      return Promise.resolve();
    },
  };
}

async function warnOfEviction(redis: Redis): Promise<void> {
  const memory = await redis.info('memory');
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  if (policy !== 'noeviction') log().warn({ policy }, 'Redis should run with maxmemory-policy noeviction');
}
