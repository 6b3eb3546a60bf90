/**
 * `npm run test:crash -- [kills] [--redis] [--without-sweep]`: the drill of test/crash in its long form. It kills some
 * hundreds of workers at named moments and prints what was lost, late, doubled or led astray, by the mail server's own log.
 */
import { join } from 'node:path';
import { ensurePackages } from './lib/freshness.mjs';
import { capture, root } from './lib/run.mjs';
import { ensureTestTools } from './lib/test-tools.mjs';

const given = process.argv.slice(2);
const kills = given.find((word) => /^\d+$/.test(word)) ?? '300';

await ensurePackages();
const missing = await ensureTestTools();
for (const line of missing) console.error(line);

const { code } = await capture(
  [
    process.execPath,
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    given.includes('--redis') ? 'crash:redis' : 'crash',
  ],
  {
    env: {
      ...process.env,
      CRASH_KILLS: kills,
      CRASH_WITHOUT_SWEEP: given.includes('--without-sweep') ? '1' : '',
    },
    echo: true,
  },
);
process.exitCode = code === 0 ? 0 : 1;
