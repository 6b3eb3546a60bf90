/** `npm test`: everything that must hold. Brings what it needs and ends with one line: `N passed, N failed`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/browsers.mjs';
import { ensureBuild, ensurePackages } from './lib/freshness.mjs';
import { capture, root } from './lib/run.mjs';
import { Refusal, say } from './lib/say.mjs';
import { readCheckReport, readPlaywrightReport, readVitestReport } from './lib/test-reports.mjs';
import { ensureTestTools } from './lib/test-tools.mjs';

const folder = mkdtempSync(join(tmpdir(), 'calmline-reports-'));
const report = (name) => join(folder, `${name}.json`);
const program = (...path) => [process.execPath, join(root, 'node_modules', ...path)];
const results = [];

try {
  await testEverything();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  addFailures(['npm test could not go on, see above']);
} finally {
  rmSync(folder, { recursive: true });
}
conclude();

async function testEverything() {
  await ensurePackages();
  addFailures(await ensureTestTools());

  say('\n— build');
  const hasBuild = await isBuilt();

  await checkAndTest();
  if (!hasBuild) return;
  await browse('postgres');
  await browse('redis', '--grep', '@story');
}

/**
 * The check computes while worker tests wait for leases to end. The browser has the machine to itself: beside the others
 * it took three times as long.
 */
async function checkAndTest() {
  const checking = capture([process.execPath, 'scripts/check.mjs', '--json', report('check')]);
  say('\n— unit, domain, scenarios, workers');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`];
  // The drill kills workers on one backend here, and on both with `npm run test:crash`.
  const projects = ['--project', '!crash:redis'];
  const vitest = [...program('vitest', 'vitest.mjs'), 'run', ...projects, ...reporters];
  const { code } = await capture(vitest, { echo: true });
  results.push(readVitestReport(report('vitest'), code));
  const checked = await checking;
  say(`\n— check\n${checked.output}`);
  results.push(readCheckReport(report('check'), checked.code));
}

/** What people do, in Chromium, with the queue where it is by default; and the story once more with it on Redis. */
async function browse(queue, ...only) {
  say(`\n— browser, with the queue in ${queue === 'redis' ? 'Redis' : 'PostgreSQL'}`);
  const file = report(`playwright-${queue}`);
  const playwright = [...program('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...only];
  const env = {
    ...process.env,
    E2E_QUEUE: queue,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM_PATH: (await findChromium()) ?? '',
  };
  const { code } = await capture(playwright, { env, echo: true });
  results.push(readPlaywrightReport(file, code));
}

async function isBuilt() {
  try {
    if (!(await ensureBuild())) say('✓ the last build is of these sources');
    results.push({ passed: 1, failed: 0, failures: [] });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    addFailures(['build', 'the browser tests, which need the build']);
    return false;
  }
}

function addFailures(failures) {
  results.push({ passed: 0, failed: failures.length, failures });
}

function conclude() {
  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) say(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
