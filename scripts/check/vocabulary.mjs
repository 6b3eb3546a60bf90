// The closed vocabulary of a feature folder, the words that say nothing in names, and the size of files.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import ts from 'typescript';
import { FEATURES } from './layers.mjs';
import { VERBS } from './verbs.mjs';
import { countLines, listFiles, report, rootFolder } from './source-tree.mjs';

const MOST_LINES = 300;

const EMPTY_WORDS = new Set(
  'helper helpers util utils manager managers service services handler handlers data common process'.split(
    ' ',
  ),
);

const root = rootFolder();
const findings = [];
const add = (path, line, words) => findings.push({ path, line, words });

/** `ReadBackCall.test` and `read-back-call` alike become read, back, call. */
function wordsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Words of the trade that hold an empty one: account manager, service level, service rules. */
const isTradeWord = (words, at) =>
  (words[at].startsWith('manager') && words[at - 1] === 'account') ||
  (words[at] === 'service' && ['level', 'rules'].includes(words[at + 1]));

function emptyWord(name) {
  const words = wordsOf(name);
  return words.find((word, at) => EMPTY_WORDS.has(word) && !isTradeWord(words, at));
}

const camelCase = (words) => words.map((w, at) => (at === 0 ? w : w[0].toUpperCase() + w.slice(1))).join('');

const isFunction = (node) =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** What a file exports and imports, and which functions it names. `kind` is function, type, value, default or passed-on. */
function outline(path, text) {
  const kindOfScript = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kindOfScript);
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const found = { exports: [], imports: [], functions: [] };
  for (const node of source.statements) {
    const modifiers = (ts.canHaveModifiers(node) && ts.getModifiers(node)) || [];
    const has = (kind) => modifiers.some((modifier) => modifier.kind === kind);
    const line = lineOf(node);
    const exported = has(ts.SyntaxKind.ExportKeyword);
    const told = (kind, name) => exported && found.exports.push({ kind, name, line });
    if (ts.isImportDeclaration(node)) {
      found.imports.push({
        from: node.moduleSpecifier.text,
        line,
        typeOnly: node.importClause?.isTypeOnly ?? false,
      });
    } else if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) {
      found.exports.push({ kind: ts.isExportAssignment(node) ? 'default' : 'passed-on', name: '', line });
    } else if (ts.isFunctionDeclaration(node)) {
      const name = node.name?.text ?? '';
      found.functions.push({ name, line });
      told(has(ts.SyntaxKind.DefaultKeyword) ? 'default' : 'function', name);
    } else if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      told('type', node.name.text);
    } else if (ts.isVariableStatement(node)) {
      for (const { name, initializer } of node.declarationList.declarations) {
        const written = name.getText(source);
        if (isFunction(initializer)) found.functions.push({ name: written, line });
        told(isFunction(initializer) ? 'function' : 'value', written);
      }
    } else if (exported) {
      told('value', node.name?.text ?? '');
    }
  }
  return found;
}

const isDatabase = ({ from }) =>
  /(^@\/|\/src\/|^(\.\.\/)+)db(\/|$)/.test(from) || /^(drizzle-orm|postgres|pg)(\/|$)/.test(from);
const readsTables = ({ from, typeOnly }) => !typeOnly && /\/([\w-]+-)?(tables|queries)(\.[jt]s)?$/.test(from);

function checkPure(path, { imports, exports }, what) {
  for (const one of imports.filter(isDatabase)) add(path, one.line, `${what} must not import ${one.from}`);
  for (const one of imports.filter(readsTables))
    add(path, one.line, `${what} must not read ${one.from}; types are allowed`);
  for (const one of exports.filter(({ kind }) => kind !== 'function' && kind !== 'type')) {
    add(
      path,
      one.line,
      `${what} exports functions and types only, not ${one.name || one.kind}; constants go to model.ts`,
    );
  }
}

function checkVerb(path, { exports }, words) {
  const expected = camelCase(words);
  if (words.length === 1) add(path, 1, `"${words[0]}" is a verb: a write is called <verb>-<noun>.ts`);
  const others = exports.filter(({ kind }) => kind !== 'function' && kind !== 'type');
  for (const one of others) {
    add(path, one.line, `a write exports one function and types, not ${one.name || one.kind}`);
  }
  const functions = exports.filter(({ kind }) => kind === 'function');
  const names = [...new Set(functions.map(({ name }) => name))]; // overloads share one name
  if (names.length === 0 && others.length === 0)
    add(path, 1, `a write exports one function, ${expected}; this file exports none`);
  if (names.length > 1) add(path, functions[1].line, `a write exports one function, not ${names.join(', ')}`);
  if (names.length === 1 && names[0] !== expected) {
    add(path, functions[0].line, `the function is called ${names[0]}, the file asks for ${expected}`);
  }
}

function checkFeatureFile(path, found) {
  const [, , feature, ...rest] = path.split('/');
  if (rest.length === 0) return add(path, 1, 'src/domain holds feature folders only');
  if (!FEATURES.includes(feature))
    add(path, 1, `"${feature}" is not in the order of features (scripts/check/layers.mjs)`);
  if (rest.length > 1) return add(path, 1, 'a feature folder has no folders inside');
  const [file] = rest;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(file)) {
    return add(
      path,
      1,
      'not in the vocabulary: model, tables, policy, queries, <noun>-queries, <verb>-<noun>, <noun> (.ts)',
    );
  }
  const words = basename(file, '.ts').split('-');
  if (file === 'policy.ts') return checkPure(path, found, 'a policy');
  if (file === 'model.ts' || file === 'tables.ts' || words.at(-1) === 'queries') return;
  if (VERBS.has(words[0])) return checkVerb(path, found, words);
  checkPure(path, found, `a rule (its first word "${words[0]}" is no verb of scripts/check/vocabulary.mjs)`);
}

function checkNames(path, found) {
  const empty = path.split('/').map(emptyWord).find(Boolean);
  if (empty) add(path, 1, `"${empty}" says nothing: name what the file is about`);
  if (/^index\.[cm]?[jt]sx?$/.test(basename(path)))
    add(path, 1, 'a file called index is a barrel: import the file itself');
  for (const { name, line } of found.functions) {
    const word = emptyWord(name);
    if (word) add(path, line, `"${word}" says nothing: rename ${name}`);
  }
}

const SOURCES = new Set(['.ts', '.tsx', '.mjs', '.css']);
const sizes = [];

for (const path of listFiles(root)) {
  const isProduct = /^(src|app|workers)\//.test(path);
  const isSource = SOURCES.has(extname(path)) && !path.startsWith('drizzle/') && path !== 'next-env.d.ts';
  if (!isProduct && !isSource) continue;
  const text = isSource ? readFileSync(join(root, path), 'utf8') : '';
  if (isSource) {
    const lines = countLines(text);
    sizes.push(lines);
    if (lines > MOST_LINES) add(path, MOST_LINES + 1, `${lines} lines; a file ends at ${MOST_LINES}`);
  }
  if (!isProduct) continue;
  const found = /\.tsx?$/.test(path) ? outline(path, text) : { exports: [], imports: [], functions: [] };
  checkNames(path, found);
  if (path.startsWith('src/domain/')) checkFeatureFile(path, found);
}

sizes.sort((a, b) => a - b);
report(
  'vocabulary',
  findings,
  `${sizes.length} files, median ${sizes[Math.floor(sizes.length / 2)] ?? 0} lines`,
);
