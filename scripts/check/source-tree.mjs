// What the check scripts share: which files exist, and how a finding is told.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SKIPPED = new Set(['node_modules', '.git', '.next', '.data', 'test-results', 'playwright-report']);
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The tree to look at: `--root FOLDER`, or this repository. */
export function rootFolder() {
  const at = process.argv.indexOf('--root');
  return resolve(at === -1 ? REPOSITORY : process.argv[at + 1]);
}

function walk(folder, root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path, root);
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : [];
  });
}

/** Every file below the root with forward slashes, sorted; what git ignores is left out where git can be asked. */
export function listFiles(root) {
  const found = walk(root, root);
  return found.filter(notIgnored(root, found)).sort();
}

function notIgnored(root, paths) {
  try {
    const top = execFileSync('git', ['rev-parse', '--show-prefix'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    if (top.trim() !== '') return () => true; // a folder inside some other repository
    const ignored = execFileSync('git', ['check-ignore', '--stdin', '-z'], {
      cwd: root,
      input: paths.join('\0'),
      stdio: ['pipe', 'pipe', 'ignore'],
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    const set = new Set(ignored.split('\0'));
    return (path) => !set.has(path);
  } catch {
    // No git, no repository, or nothing ignored (git then exits with 1): the walk alone decides.
    return () => true;
  }
}

/** The number of lines, as an editor counts them. */
export function countLines(text) {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Prints `path:line: words` for each finding, then exits 1 if there was any. */
export function report(name, findings, summary) {
  const sorted = [...findings].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  for (const { path, line, words } of sorted) console.log(`${path}:${line}: ${words}`);
  console.log(
    `${name}: ${sorted.length} finding${sorted.length === 1 ? '' : 's'}${summary ? `; ${summary}` : ''}`,
  );
  if (sorted.length > 0) process.exitCode = 1;
}
