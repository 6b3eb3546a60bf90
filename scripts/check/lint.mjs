// Lint: eslint over the repository, one line per finding. `--cache-file FILE` keeps results between runs.
import { ESLint } from 'eslint';
import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { report, rootFolder } from './source-tree.mjs';

const root = rootFolder();
const at = process.argv.indexOf('--cache-file');
const cache =
  at === -1
    ? {}
    : {
        cache: true,
        cacheLocation: process.argv[at + 1],
        cacheStrategy: 'content',
        errorOnUnmatchedPattern: false,
      };

// The cache sees that a file changed, not that a type it imports did: a remembered failure is looked at again.
const isRemembering = at !== -1 && existsSync(process.argv[at + 1]);
let results = await new ESLint({ cwd: root, ...cache }).lintFiles(['.']);

const failed = results.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath);
if (isRemembering && failed.length > 0) results = await new ESLint({ cwd: root }).lintFiles(failed);

const findings = results.flatMap(({ filePath, messages }) =>
  messages.map(({ line = 1, ruleId, message }) => ({
    path: relative(root, filePath).split(sep).join('/'),
    line,
    words: `${ruleId ?? 'parse'}: ${message}`,
  })),
);
report('lint', findings);
