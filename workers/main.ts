import { closeDatabase, openDatabase, useDatabase } from '@/db/client';
import { assertUnprivileged } from '@/db/refuse-privileged';
import { env } from '@/env';
import { SECOND } from '@/kernel/duration';
import { log, setLogLevel } from '@/kernel/log';
import { startWorker } from './run';
import { readInboundMail, readTwilio, readVapid } from './settings';

const settings = env();
setLogLevel(settings.LOG_LEVEL);

const opened = openDatabase(settings.DATABASE_URL);
useDatabase(opened);
await assertUnprivileged(opened.sql);

const worker = await startWorker({
  databaseUrl: settings.DATABASE_URL,
  redisUrl: settings.REDIS_URL,
  smtpUrl: settings.SMTP_URL,
  mailFrom: settings.MAIL_FROM,
  publicUrl: settings.PUBLIC_URL,
  authSecret: settings.AUTH_SECRET,
  twilio: readTwilio(settings),
  inboundMail: readInboundMail(settings),
  vapid: readVapid(settings),
  privateAddresses: settings.WEBHOOK_PRIVATE_ADDRESSES,
  heartbeatUrl: settings.HEARTBEAT_URL,
  limits: { smsPerSecond: settings.SMS_PER_SECOND, callsPerSecond: settings.CALLS_PER_SECOND },
  encryptionKey: settings.ENCRYPTION_KEY,
  concurrency: settings.WORKER_CONCURRENCY,
});
log().info({ queue: settings.REDIS_URL ? 'redis' : 'postgres' }, 'worker started');

let isStopping = false;

/** Within 10 s, whatever hangs: rows know what was not finished. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const deadline = setTimeout(() => {
    log().warn('worker did not stop in time');
    process.exit(1);
  }, 9.5 * SECOND);
  await worker.stop();
  await closeDatabase();
  clearTimeout(deadline);
  log().info('worker stopped');
  process.exit();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop().catch((error: unknown) => {
      log().error({ err: error }, 'worker stopped badly');
      process.exit(1);
    });
  });
}
