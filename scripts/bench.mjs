// `npm run bench`: the product as `npm start` runs it, measured against a bare floor in the same run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/browsers.mjs';
import { freePort } from './lib/ports.mjs';

const folder = await mkdtemp(join(tmpdir(), 'calmline-bench-'));
await chmod(folder, 0o711);
const [port, smtpPort] = [await freePort(), await freePort()];
const environment = {
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  SEED: 'demo',
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  REDIS_URL: process.env.BENCH_REDIS_URL ?? '',
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  LOG_LEVEL: 'warn',
};
const product = spawn(process.execPath, ['scripts/start.mjs'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let exitCode = 1;
try {
  await new Promise((resolve, reject) => {
    let output = '';
    product.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (output.includes('Calmline is running at')) resolve();
    });
    product.once('exit', () => reject(new Error(`The product did not start:\n${output}`)));
  });
  const settings = {
    url: `http://127.0.0.1:${port}`,
    demo: join(folder, 'demo.json'),
    'smtp-port': String(smtpPort),
    chromium: (await findChromium()) ?? '',
  };
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const main = ['--import', 'tsx', 'scripts/bench/main.ts', ...flags, ...process.argv.slice(2)];
  const bench = spawn(process.execPath, main, { stdio: 'inherit' });
  [exitCode] = await once(bench, 'exit');
} finally {
  product.removeAllListeners('exit');
  if (product.exitCode === null) {
    product.kill('SIGTERM');
    await once(product, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
}
process.exit(exitCode ?? 1);
