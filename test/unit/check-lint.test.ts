// Lint bans, document references and cleanliness: each is shown to fire, and to keep quiet on what is allowed.
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearTrees, plant, repository, runCheck } from '../support/check-tree';

afterAll(clearTrees);

const banned = 'no-restricted-syntax';
const refused: [rule: string, path: string, text: string][] = [
  ['@typescript-eslint/no-floating-promises', 'src/http/a1.ts', 'Promise.resolve(1);'],
  ['@typescript-eslint/no-floating-promises', 'workers/a2.ts', 'void Promise.resolve(1);'],
  ['@typescript-eslint/no-misused-promises', 'src/http/a3.ts', '[1].forEach(async () => Promise.resolve());'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'src/http/a4.ts',
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
  ],
  ['@typescript-eslint/no-explicit-any', 'src/http/a5.ts', 'export const f = (x: any) => [x];'],
  ['@typescript-eslint/no-non-null-assertion', 'src/http/a6.ts', 'export const f = (x?: string) => x!;'],
  ['@typescript-eslint/no-unsafe-return', 'src/http/a7.ts', "export const f = () => JSON.parse('1');"],
  [
    '@typescript-eslint/consistent-type-imports',
    'src/http/a8.ts',
    "import { It } from './a9';\nexport const f = (x: It) => [x];",
  ],
  ['max-lines', 'src/http/b1.ts', '//\n'.repeat(301)],
  ['no-restricted-properties', 'src/http/b2.ts', 'export const f = process.env.HOME;'],
  ['no-restricted-properties', 'src/http/b3.ts', 'export const { env } = process;'],
  ['no-restricted-properties', 'scripts/b4.ts', 'export const f = process.env;'],
  ['no-restricted-imports', 'src/http/b5.ts', "export { env } from 'node:process';"],
  [banned, 'src/domain/calls/c1.ts', 'export const f = Date.now();'],
  [banned, 'src/domain/calls/c2.ts', 'export const f = new Date();'],
  [banned, 'src/domain/calls/c3.ts', 'export const f = performance.now();'],
  [banned, 'src/domain/calls/c4.ts', 'export const f = `select now()`;'],
  [banned, 'src/domain/calls/c5.ts', 'export const f = `where at > CURRENT_TIMESTAMP`;'],
  [banned, 'src/domain/calls/c6.ts', 'export const f = (x: { defaultNow(): number }) => x.defaultNow();'],
  [banned, 'src/http/d1.ts', 'export const f = (x: Promise<1>) => x.catch(() => null);'],
  [banned, 'src/http/d2.ts', 'export const f = (x: Promise<1>) => x.catch(() => undefined);'],
  [banned, 'scripts/d3.mjs', 'export const f = (x) => x.catch(() => {});'],
  [banned, 'src/http/d4.ts', 'export const f = (x: Promise<1>) => x.catch(() => { return null; });'],
  [banned, 'src/http/d5.ts', 'export const f = (x: Promise<1>) => x.then((y) => y, () => false);'],
  [banned, 'src/http/d6.ts', 'try { console.log(); } catch { /* nothing */ }'],
  ['no-empty', 'scripts/d7.mjs', 'try { console.log(); } catch {}'],
  ['calmline/reasons', 'src/http/e1.ts', '/* eslint-disable */\nexport const f = (x?: string) => x!;'],
  [
    'calmline/reasons',
    'src/http/e2.ts',
    '// eslint-disable-next-line @typescript-eslint/no-non-null-assertion\nexport const f = (x?: string) => x!;',
  ],
  [
    'calmline/reasons',
    'src/http/e3.ts',
    '/* eslint eqeqeq: "off" */\nexport const f = (x?: string) => x == "1";',
  ],
  [
    '@typescript-eslint/ban-ts-comment',
    'src/http/e4.ts',
    "// @ts-expect-error\nexport const f: number = '1';",
  ],
  [
    'react-hooks/rules-of-hooks',
    'src/ui/f1.tsx',
    "import { useState } from 'react';\nexport function F({ x }: { x: boolean }) { if (x) useState(1); return null; }",
  ],
  [
    'react-hooks/rules-of-hooks',
    'app/f2.tsx',
    "import { useState } from 'react';\nexport function F({ x }: { x: boolean }) { if (x) useState(1); return null; }",
  ],
  [banned, 'test/unit/g1.test.ts', "it.only('a', () => 1);"],
  [banned, 'test/unit/g2.test.ts', "describe.skip('a', () => 1);"],
  [banned, 'test/unit/g3.test.ts', "test.todo('a');"],
  [banned, 'test/unit/g4.test.ts', "test.describe.only('a', () => 1);"],
  [
    banned,
    'test/e2e/g5.test.ts',
    'export const f = (p: { waitForTimeout(n: number): number }) => p.waitForTimeout(5);',
  ],
  ['no-undef', 'scripts/h1.mjs', 'gone();'],
];

const allowed: Record<string, string> = {
  'src/env.ts': 'export const f = process.env.HOME;\n',
  'src/http/a9.ts': 'export interface It { x: 1 }\n',
  'scripts/ok.mjs': 'export const f = process.env.HOME;\n',
  'test/support/ok.ts': 'export const f = process.env.HOME;\n',
  'tool.config.ts': 'export const f = process.env.HOME;\n',
  'src/domain/calls/ok.ts': 'export const f = [new Date(0), `select app_now()`];\n',
  'src/http/now.ts': 'export const f = [new Date(), Date.now()];\n',
  'src/http/reason.ts':
    '// eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the caller checked the length\nexport const f = (x?: string) => x!;\n',
};

describe('lint', () => {
  const found = new Map<string, string[]>();
  beforeAll(() => {
    const broken = Object.fromEntries(refused.map(([, path, text]) => [path, `${text}\n`]));
    const options = {
      strict: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      target: 'es2023',
    };
    const root = plant({
      ...allowed,
      ...broken,
      'tsconfig.json': JSON.stringify({
        compilerOptions: { ...options, types: [] },
        include: ['**/*.ts', '**/*.tsx'],
      }),
      'src/globals.d.ts': 'declare const process: { env: Record<string, string> };\n',
    });
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/eslint/bin/eslint.js'),
        '--config',
        join(repository, 'eslint.config.mjs'),
        '--format',
        'json',
        '.',
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 64e6 },
    );
    const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
    for (const { filePath, messages } of files) {
      found.set(
        relative(root, filePath),
        messages.map(({ ruleId }) => ruleId ?? 'broken'),
      );
    }
  }, 60_000);

  it.each(refused)('%s in %s', (rule, path) => expect(found.get(path)).toContain(rule));

  it.each(Object.keys(allowed))('keeps quiet about %s', (path) => expect(found.get(path)).toEqual([]));
});

describe('references', () => {
  it('refuses paths, links and scripts that are not there', () => {
    const root = plant({
      'package.json': JSON.stringify({ scripts: { check: 'x', start: 'x' } }),
      'src/env.ts': '',
      'docs/api.md': '',
      'docs/deep/notes.md': 'see [the API](../api.md#calls), [gone](../gone.md)\n',
      'README.md': [
        'good: `src/env.ts`, `src/env.ts:12`, `env.ts`, `npm run check -- --json x`, `npm start`, `src/<feature>/x.ts`',
        'good: `/api/v1`, `model`, [docs](docs/api.md), [web](https://example.com/x.md), [here](#there)',
        'bad: `src/gone.ts`',
        'bad: `gone.ts`',
        'bad: `npm run gone`',
        'bad: `npm test`',
        'bad: [x](docs/gone.md)',
        '```sh',
        'npm run check && npm run lost # src/lost.ts',
        '```',
        'bad: `src/lost/<feature>/model.ts`',
      ].join('\n'),
    });
    const { status, lines } = runCheck('references', root);
    expect(lines).toEqual([
      'docs/deep/notes.md:1: the link ../gone.md leads nowhere',
      'README.md:3: src/gone.ts does not exist',
      'README.md:4: gone.ts does not exist',
      'README.md:5: npm run gone is not a script of package.json',
      'README.md:6: npm test is not a script of package.json',
      'README.md:7: the link docs/gone.md leads nowhere',
      'README.md:9: src/lost.ts does not exist',
      'README.md:9: npm run lost is not a script of package.json',
      'README.md:11: src/lost/<feature>/model.ts does not exist',
      'references: 9 findings; 3 documents',
    ]);
    expect(status).toBe(1);
  });
});

describe('cleanliness', () => {
  const slash = '/'; // Keeps this file itself clean.
  it.each([
    ['package-lock.json', '{\n  "resolved": "https://example.com/a"\n}', 2, '"resolved"'],
    ['src/a.ts', `\nconst x = '${slash}home/someone/x';`, 2, `${slash}home/someone`],
    ['docs/a.md', `see ${slash}tmp/x`, 1, `${slash}tmp/`],
    ['docs/b.md', `C:${'\\'}Users`, 1, 'C:'],
    ['src/b.ts', `'${slash}${slash}x', '${slash}Users/someone'`, 1, `${slash}Users/someone`],
    ['.npmrc', `${'registry'}=https:${slash}${slash}packages.example.com/`, 1, 'packages.example.com'],
    ['scripts/a.mjs', `fetch('https:${slash}/mirror.example.com/x')`, 1, 'mirror.example.com'],
    ['docs/c.md', `https:${slash}/example.com/x-1.0.tar.gz`, 1, 'example.com'],
  ])('refuses %s: %s', (path, text, line, words) => {
    const { status, lines } = runCheck('cleanliness', plant({ [path]: text }));
    expect(lines[0]).toContain(`${path}:${String(line)}: `);
    expect(lines[0]).toContain(words);
    expect(status).toBe(1);
  });

  it('keeps quiet about addresses that are nobody’s machine', () => {
    const text = [
      'http://localhost:3000/x.zip',
      'https://example.com/home/x',
      './tmp/x',
      '/usr/bin/chromium',
    ];
    const root = plant({ 'docs/a.md': text.join('\n'), 'package-lock.json': '{ "version": "1" }' });
    expect(runCheck('cleanliness', root)).toMatchObject({
      status: 0,
      lines: ['cleanliness: 0 findings; 2 text files'],
    });
  });
});
