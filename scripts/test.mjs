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

  // The check computes while worker tests wait for leases to end: together they take little longer than one.
  const checking = capture([process.execPath, 'scripts/check.mjs', '--json', report('check')]);

  say('\n— unit, domain, scenarios, workers');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`];
  const vitest = [...program('vitest', 'vitest.mjs'), 'run', ...reporters];
  results.push(readVitestReport(report('vitest'), await echo(vitest)));

  say('\n— check');
  const checked = await checking;
  say(checked.output);
  results.push(readCheckReport(report('check'), checked.code));

  say('\n— build');
  if (!(await isBuilt())) return;

  const chromium = (await findChromium()) ?? '';
  for (const [title, queue, only] of [
    ['browser', 'postgres', []],
    ['the story again, with the queue on Redis', 'redis', ['--grep', '@story']],
  ]) {
    say(`\n— ${title}`);
    const file = report(`playwright-${queue}`);
    const playwright = [...program('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...only];
    const env = {
      ...process.env,
      E2E_QUEUE: queue,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      CHROMIUM_PATH: chromium,
    };
    results.push(readPlaywrightReport(file, await echo(playwright, env)));
  }
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

async function echo(command, env = process.env) {
  const { code } = await capture(command, { env, echo: true });
  return code;
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
