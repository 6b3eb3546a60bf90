// `npm run check`: what must hold before anything runs. Two steps at a time, one line a step, exit 1 if any failed.
//   --json FILE   also writes [{name, ok, seconds, output}]
//   --fresh       ignores the caches of lint, format and types
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'check');
const LANES = 2;

const node = (...words) => [process.execPath, ...words];
const tool = (path, ...words) => node(join('node_modules', path), ...words);
const ownScript = (name, ...words) => node(join('scripts', 'check', `${name}.mjs`), ...words);

// Route types (PageProps and the like) are written by Next.js; types and lint both read them.
const routeTypes = existsSync(join(ROOT, 'app')) ? [tool('next/dist/bin/next', 'typegen')] : [];
// The longest first, so that the two lanes end together.
const STEPS = [
  { name: 'lint', commands: [ownScript('lint', '--cache-file', join(CACHE, 'eslint'))] },
  { name: 'types', commands: [tool('typescript/bin/tsc', '--noEmit', '--pretty', 'false')] },
  { name: 'imports', commands: [ownScript('imports')] },
  {
    name: 'format',
    commands: [
      tool(
        'prettier/bin/prettier.cjs',
        ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
        ...['--cache-location', join(CACHE, 'prettier'), '.'],
      ),
    ],
  },
  { name: 'dead code', commands: [tool('knip/bin/knip.js', '--no-progress', '--no-config-hints')] },
  { name: 'vocabulary', commands: [ownScript('vocabulary')] },
  { name: 'references', commands: [ownScript('references')] },
  { name: 'cleanliness', commands: [ownScript('cleanliness')] },
];

/** Runs one command in the repository; resolves to whether it succeeded, with everything it printed. */
function run([command, ...words]) {
  return new Promise((done) => {
    const child = spawn(command, words, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => done({ ok: false, output: String(error) }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

async function runStep({ name, commands }) {
  const started = Date.now();
  let ok = true;
  let output = '';
  for (const command of commands) {
    const result = await run(command);
    ok = result.ok;
    output += result.output;
    if (!ok) break;
  }
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`);
  if (!ok) console.log(`${output.trimEnd().replace(/^/gm, '      ')}\n`);
  return { name, ok, seconds, output };
}

async function main() {
  const words = process.argv.slice(2);
  const jsonAt = words.indexOf('--json');
  const jsonFile = jsonAt === -1 ? undefined : resolve(words[jsonAt + 1] ?? 'check.json');
  if (words.includes('--fresh')) {
    rmSync(CACHE, { recursive: true, force: true });
    rmSync(join(ROOT, 'tsconfig.tsbuildinfo'), { force: true });
  }
  mkdirSync(CACHE, { recursive: true });

  const started = Date.now();
  const results = [];
  if (routeTypes.length > 0) results.push(await runStep({ name: 'route types', commands: routeTypes }));
  const waiting = [...STEPS];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: LANES }, lane));

  if (jsonFile) {
    mkdirSync(dirname(jsonFile), { recursive: true });
    writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  }
  const failed = results.filter(({ ok }) => !ok);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const names = failed.map(({ name }) => name).join(', ');
  console.log(
    `check: ${results.length - failed.length} ok, ${failed.length} failed in ${seconds} s ${names}`.trimEnd(),
  );
  if (failed.length > 0) process.exitCode = 1;
}

await main();
