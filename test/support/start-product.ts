import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/ports.mjs';
import { carrierAccount } from './carrier-account';
import { startRedis } from './redis';

/**
 * Playwright global setup: the product as `npm start` runs it, on a port and in a folder of its own. The tests
 * find it through E2E_BASE_URL, its demo through E2E_DEMO_FILE, listen for its mail on E2E_SMTP_PORT and are its carrier
 * on E2E_CARRIER_PORT. With
 * E2E_QUEUE=redis its queue runs on a Redis of its own.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'calmline-e2e-'));
  await chmod(folder, 0o711);
  const port = await freePort();
  const smtpPort = await freePort();
  const carrierPort = await freePort();
  const redis = process.env.E2E_QUEUE === 'redis' ? await startRedis() : undefined;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    // Empty values keep a developer's .env out of the tests.
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      SEED: 'demo',
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      TWILIO_ACCOUNT_SID: carrierAccount.accountSid,
      TWILIO_AUTH_TOKEN: carrierAccount.authToken,
      TWILIO_FROM: carrierAccount.from,
      TWILIO_API_URL: `http://127.0.0.1:${carrierPort}`,
      INBOUND_MAIL_DOMAIN: '',
      INBOUND_MAIL_TOKEN: '',
      HEARTBEAT_URL: '',
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      REDIS_URL: redis?.url ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const isUp = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Calmline is running at')) resolve(true);
      });
    }
    child.once('exit', () => resolve(false));
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await isUp)) {
    await stop();
    throw new Error(`The product did not start:\n${output}`);
  }
  process.env.E2E_BASE_URL = `http://127.0.0.1:${port}`;
  process.env.E2E_SMTP_PORT = String(smtpPort);
  process.env.E2E_CARRIER_PORT = String(carrierPort);
  process.env.E2E_PRODUCT_PID = String(child.pid);
  process.env.E2E_DEMO_FILE = join(folder, 'demo.json');
  return stop;
}
