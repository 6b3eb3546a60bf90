// The vocabulary of files, the empty words and the sizes: each is shown to fire, and to keep quiet on what is allowed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearTrees, plant, runCheck, type Outcome } from '../support/check-tree';

afterAll(clearTrees);

describe('file vocabulary', () => {
  const verb = 'export function startCall() {}\n';
  const broken: [path: string, text: string, line: number, words: string][] = [
    ['src/domain/loose.ts', '', 1, 'feature folders only'],
    ['src/domain/weather/model.ts', '', 1, '"weather" is not in the order'],
    ['src/domain/calls/rules/depth.ts', '', 1, 'no folders inside'],
    ['src/domain/calls/words.tsx', '', 1, 'not in the vocabulary'],
    ['src/domain/calls/CallState.ts', '', 1, 'not in the vocabulary'],
    ['src/domain/calls/state.test.ts', '', 1, 'not in the vocabulary'],
    ['src/domain/calls/close-call.ts', verb, 1, 'called startCall, the file asks for closeCall'],
    [
      'src/domain/calls/update-call.ts',
      'export type Call = 1;\n',
      1,
      'exports one function, updateCall; this file exports none',
    ],
    [
      'src/domain/calls/ring-call.ts',
      'export function ringCall() {}\nexport function ringAgain() {}\n',
      2,
      'not ringCall, ringAgain',
    ],
    [
      'src/domain/calls/answer-call.ts',
      'export const answerCall = () => 1;\nexport const limit = 3;\n',
      2,
      'not limit',
    ],
    ['src/domain/calls/hold-call.ts', 'export default function holdCall() {}\n', 1, 'not holdCall'],
    [
      'src/domain/calls/end-call.ts',
      "export function endCall() {}\nexport { x } from './x';\n",
      2,
      'not passed-on',
    ],
    [
      'src/domain/calls/escalate.ts',
      'export function escalate() {}\n',
      1,
      'a write is called <verb>-<noun>.ts',
    ],
    [
      'src/domain/calls/next-step.ts',
      "import { readTx } from '@/db/transaction';\n",
      1,
      'must not import @/db/transaction',
    ],
    [
      'src/domain/calls/length.ts',
      "\nimport type { SQL } from 'drizzle-orm';\n",
      2,
      'must not import drizzle-orm',
    ],
    [
      'src/domain/calls/age.ts',
      "import { readTx } from '../../db/client';\n",
      1,
      'must not import ../../db/client',
    ],
    ['src/domain/calls/mood.ts', "import { calls } from './tables';\n", 1, 'must not read ./tables'],
    [
      'src/domain/calls/weight.ts',
      'export const weights = [1];\n',
      1,
      'functions and types only, not weights',
    ],
    [
      'src/domain/calls/policy.ts',
      "import { eq } from 'drizzle-orm';\n",
      1,
      'a policy must not import drizzle-orm',
    ],
    ['src/http/index.ts', '', 1, 'barrel'],
    ...['helper', 'Utils', 'manager', 'service', 'handler', 'data', 'common', 'process'].map(
      (word): [string, string, number, string] => [
        `src/ui/call-${word}.ts`,
        '',
        1,
        `"${word.toLowerCase()}" says nothing`,
      ],
    ),
    ['app/desk/callHelpers.tsx', '', 1, '"helpers" says nothing'],
    ['workers/common/ring.ts', '', 1, '"common" says nothing'],
    ['workers/send.ts', '\nexport function loadData() {}\n', 2, 'rename loadData'],
    ['src/http/long.ts', '// line\n'.repeat(301), 301, '301 lines; a file ends at 300'],
    ['scripts/long.mjs', '// line\n'.repeat(400), 301, '400 lines'],
    ['app/desk/long.css', '/* line */\n'.repeat(302), 301, '302 lines'],
  ];

  let result: Outcome;
  beforeAll(() => {
    result = runCheck('vocabulary', plant(Object.fromEntries(broken.map(([path, text]) => [path, text]))));
  });

  it.each(broken)('%s is refused', (path, _text, line, words) => {
    expect(result.lines.filter((one) => one.startsWith(`${path}:${String(line)}: `)).join('\n')).toContain(
      words,
    );
    expect(result.status).toBe(1);
  });

  it('finds nothing else', () => expect(result.lines).toHaveLength(broken.length + 1));

  it('keeps quiet about the vocabulary itself, and tells the median', () => {
    const quiet = runCheck(
      'vocabulary',
      plant({
        'src/domain/calls/model.ts': 'export const states = [1];\n',
        'src/domain/calls/tables.ts':
          "import { pgTable } from 'drizzle-orm/pg-core';\nexport const calls = pgTable;\n",
        'src/domain/calls/queries.ts':
          "import { readTx } from '@/db/transaction';\nexport const a = readTx;\n",
        'src/domain/calls/note-queries.ts': 'export const a = 1;\nexport const b = 2;\n',
        'src/domain/calls/policy.ts': 'export const canClose = () => true;\n',
        'src/domain/calls/read-back-call.ts': 'export type A = 1;\nexport async function readBackCall() {}\n',
        'src/domain/calls/start-call.ts': `import { eq } from 'drizzle-orm';\nconst one = eq;\n${verb}`,
        'src/domain/calls/next-step.ts':
          "import type { Row } from './tables';\nexport function nextStep(r: Row) { return r; }\n",
        'src/ui/account-manager-card.tsx': '',
        'src/domain/calls/service-level.ts': 'export function serviceLevel() {}\n',
        'src/http/metadata.ts': '// line\n'.repeat(300),
        'drizzle/0000_first.sql': '-- line\n'.repeat(900),
      }),
    );
    expect(quiet.lines).toEqual(['vocabulary: 0 findings; 11 files, median 2 lines']);
    expect(quiet.status).toBe(0);
  });
});
