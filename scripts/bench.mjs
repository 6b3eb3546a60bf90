// `npm run bench`: the product as `npm start` runs it, measured against a bare floor in the same run. `npm run bench -- NAME …`
// runs some of the benches; those that bring what they measure run without the product.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/browsers.mjs';
import { freePort } from './lib/ports.mjs';

const benches = process.argv.slice(2);
const ALONE = [
  'on-call',
  'in-force',
  'recall',
  'search',
  'outcomes',
  'reports',
  'lists',
  'pack',
  'million',
  'reports-million',
  'deliver',
  'cycle',
];
process.exit(
  await (benches.length > 0 && benches.every((name) => ALONE.includes(name)) ? run([]) : runOnProduct()),
);

/** @returns the exit code */
async function run(flags) {
  const main = ['--import', 'tsx', 'scripts/bench/main.ts', ...flags, ...benches];
  const [exitCode] = await once(spawn(process.execPath, main, { stdio: 'inherit' }), 'exit');
  return exitCode ?? 1;
}

async function runOnProduct() {
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
  try {
    await isRunning(product);
    const settings = {
      url: `http://127.0.0.1:${port}`,
      demo: join(folder, 'demo.json'),
      'smtp-port': String(smtpPort),
      chromium: (await findChromium()) ?? '',
    };
    return await run(Object.entries(settings).map(([name, value]) => `--${name}=${value}`));
  } finally {
    product.removeAllListeners('exit');
    if (product.exitCode === null) {
      product.kill('SIGTERM');
      await once(product, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(product) {
  return new Promise((resolve, reject) => {
    let output = '';
    product.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (output.includes('Calmline is running at')) resolve();
    });
    product.once('exit', () => reject(new Error(`The product did not start:\n${output}`)));
  });
}
