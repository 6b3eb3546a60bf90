// Documents must not name what is not there: paths of this repository, and npm scripts.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { listFiles, report, rootFolder } from './source-tree.mjs';

const TOP_FOLDERS = ['src', 'app', 'workers', 'drizzle', 'test', 'scripts', 'docs', 'public', '.github'];
/** npm's own words that are not `npm run <script>` but run a script of package.json. */
const LIFECYCLE = ['start', 'test', 'stop', 'restart'];

const root = rootFolder();
const files = listFiles(root);
const names = new Set(files.map((path) => basename(path)));
const packageFile = join(root, 'package.json');
const scripts = existsSync(packageFile) ? (JSON.parse(readFileSync(packageFile, 'utf8')).scripts ?? {}) : {};
const findings = [];

/** A placeholder or a pattern (`src/domain/<feature>`, `drizzle/*.sql`) is judged by the folder before it. */
function beforePattern(path) {
  const at = path.search(/[*<>{}…]|\.\.\./);
  const isRoute = /\[\.\.\./.test(path);
  return at === -1 || isRoute ? path : path.slice(0, path.lastIndexOf('/', at) + 1);
}

function trimmed(token) {
  return token
    .replace(/^[("'`]+|[)"'`.,;]+$/g, '')
    .replace(/#.*$/, '')
    .replace(/(:\d+)+$/, '')
    .replace(/^\.\//, '');
}

/** Whether a word reads as a path of this repository: below a known folder, or a source file's bare name. */
function missing(token, isFenced) {
  const word = trimmed(token);
  if (TOP_FOLDERS.some((folder) => word.startsWith(`${folder}/`))) {
    return existsSync(join(root, beforePattern(word))) ? undefined : word;
  }
  const isBareName = !isFenced && /^[\w.-]+\.(ts|tsx|mjs|css|sql|md)$/.test(word);
  return isBareName && !names.has(word) ? word : undefined;
}

function checkCode(path, line, code, isFenced) {
  for (const token of code.split(/[\s,=]+/)) {
    const gone = missing(token, isFenced);
    if (gone) findings.push({ path, line, words: `${gone} does not exist` });
  }
  for (const [, name] of code.matchAll(/\bnpm (?:run|run-script) (?:-s |--silent )?([a-z][\w:-]*)/g)) {
    if (!(name in scripts))
      findings.push({ path, line, words: `npm run ${name} is not a script of package.json` });
  }
  for (const [, name] of code.matchAll(/\bnpm ([a-z]+)\b/g)) {
    if (LIFECYCLE.includes(name) && !(name in scripts)) {
      findings.push({ path, line, words: `npm ${name} is not a script of package.json` });
    }
  }
}

function checkLink(path, line, target) {
  if (/^[a-z][a-z0-9+.-]*:|^#|^\/|^</i.test(target)) return;
  const wanted = posix.normalize(posix.join(dirname(path), decodeURI(target.replace(/[#?].*$/, ''))));
  if (wanted.startsWith('..'))
    findings.push({ path, line, words: `the link ${target} leaves the repository` });
  else if (!existsSync(join(root, wanted)))
    findings.push({ path, line, words: `the link ${target} leads nowhere` });
}

const documents = files.filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path));
for (const path of documents) {
  let fence = '';
  for (const [at, text] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    if (mark && (fence === '' || mark.startsWith(fence))) {
      fence = fence === '' ? mark : '';
      continue;
    }
    if (fence !== '') {
      checkCode(path, at + 1, text, true);
      continue;
    }
    for (const [, , code] of text.matchAll(/(`+)(.+?)\1(?!`)/g)) checkCode(path, at + 1, code, false);
    const prose = text.replace(/(`+).+?\1(?!`)/g, 'code');
    for (const [, target] of prose.matchAll(/\]\(\s*([^)\s]+)[^)]*\)/g)) checkLink(path, at + 1, target);
    const definition = /^\s*\[[^\]]+\]:\s+(\S+)/.exec(prose)?.[1];
    if (definition) checkLink(path, at + 1, definition);
  }
}

report('references', findings, `${documents.length} documents`);
