import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstLines, npm, root, run } from './run.mjs';
import { step } from './say.mjs';

const lockFile = join(root, 'package-lock.json');
const installMark = join(root, 'node_modules', '.calmline-lock');
const buildMark = join(root, '.next', 'calmline-build');
const buildSources = [
  ...['app', 'src', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs'],
  ...['package-lock.json', 'tsconfig.json'],
];

/** Installs the packages of the lock file when they are missing or others. */
export async function ensurePackages({ signal } = {}) {
  const wanted = hashFiles([lockFile]);
  if (readMark(installMark) === wanted) return;
  if (!installedMatchesLock()) {
    const command = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'];
    const failure = 'The packages could not be installed. npm said:';
    await step(
      'packages installed',
      () => run(command, { signal, failure, show: firstLines }),
      'a minute the first time',
    );
  }
  writeMark(installMark, wanted);
}

/** Builds the web application when the last build came from other sources. Answers whether it built. */
export async function ensureBuild({ signal, env = process.env } = {}) {
  const wanted = hashFiles(buildSources.map((name) => join(root, name)));
  if (readMark(buildMark) === wanted) return false;
  const command = [process.execPath, join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'];
  const options = {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    signal,
    failure: 'The web application could not be built:',
  };
  await step('web application built', () => run(command, options), 'about half a minute');
  writeMark(buildMark, wanted);
  return true;
}

/** npm keeps its own record of what it installed: a checkout that somebody installed by hand is left as it is. */
function installedMatchesLock() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  const isForAnyMachine = (entry) => !entry.optional && !entry.os && !entry.cpu;
  return locked.every(
    ([path, entry]) => path === '' || !isForAnyMachine(entry) || installed[path]?.version === entry.version,
  );
}

function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirOrNothing(path);
  if (!entries) return [path];
  return entries.sort().flatMap((name) => filesBelow(join(path, name)));
}

function readdirOrNothing(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readMark(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Without a mark the next start only looks again, so packages installed by another user are no obstacle. */
function writeMark(path, value) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, value);
  } catch (error) {
    if (!['EACCES', 'EROFS'].includes(error.code)) throw error;
  }
}
