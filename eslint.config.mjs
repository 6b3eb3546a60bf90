// Lint rules. Everything is an error: a warning that nobody must mend is not read.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.ts', '**/*.tsx'];
const PRODUCT = ['src/**', 'app/**', 'workers/**', 'server.ts', 'proxy.ts', 'instrumentation.ts'];
const TESTS = ['test/**/*.ts', 'test/**/*.tsx'];
const BROWSER = ['app/**/*.{ts,tsx}', 'src/ui/**/*.{ts,tsx}', 'src/api/client.tsx'];

const all = (selectors, message) => selectors.map((selector) => ({ selector, message }));

const SWALLOWED = all(
  [
    'Literal',
    'Identifier[name="undefined"]',
    'UnaryExpression[operator="void"]',
    'BlockStatement[body.length=0]',
  ]
    .flatMap((body) => [
      `CallExpression[callee.property.name="catch"] > ArrowFunctionExpression.arguments > ${body}.body`,
      `CallExpression[callee.property.name="then"] > ArrowFunctionExpression.arguments:nth-child(2) > ${body}.body`,
    ])
    .concat([
      'CallExpression[callee.property.name="catch"] > FunctionExpression.arguments > BlockStatement[body.length=0].body',
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression.arguments > BlockStatement.body[body.length=1] > ReturnStatement:matches([argument=null], [argument.type="Literal"], [argument.name="undefined"])',
    ]),
  'A failure swallowed here is lost: handle the error that is expected, let the others through.',
);

const EMPTY_CATCH = all(
  ['CatchClause > BlockStatement[body.length=0]'],
  'An empty catch loses every failure: handle the one that is expected, rethrow the others.',
);

const WALL_CLOCK = [
  ...all(
    [
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="performance"][property.name="now"]',
      'MemberExpression[object.name="Temporal"][property.name="Now"]',
    ],
    'Time is a parameter in src/domain: take `now`, which the transaction read once from app_now().',
  ),
  ...all(
    [
      String.raw`TemplateElement[value.raw=/\bnow\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b|\b(clock|statement|transaction)_timestamp\b/i]`,
      String.raw`CallExpression[callee.object.name="sql"][callee.property.name="raw"] > Literal[value=/\bnow\s*\(\s*\)|\bcurrent_timestamp\b/i]`,
      'CallExpression[callee.property.name="defaultNow"]',
    ],
    "Bare SQL time cannot be moved by a scenario: use app_now(), the transaction's own clock.",
  ),
];

const RUNNER = '/^(it|test|describe|suite)$/';
const LEFT_OUT = '/^(only|skip|todo|fixme|skipIf|runIf)$/';
const TEST_HABITS = [
  ...all(
    [
      `MemberExpression[property.name=${LEFT_OUT}][object.name=${RUNNER}]`,
      `MemberExpression[property.name=${LEFT_OUT}][object.property.name=/^(describe|each|concurrent|sequential|extend|serial|parallel)$/]`,
      `CallExpression[callee.name=${RUNNER}] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]`,
      'CallExpression[callee.object.name=/^(context|ctx|task|testInfo)$/][callee.property.name=/^(skip|fixme)$/]',
    ],
    'Every test runs: a test that is left out proves nothing.',
  ),
  ...all(['[property.name="waitForTimeout"]'], 'Wait for what should happen, not for a time.'),
];

const restricted = (files, ...lists) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...lists.flat()] },
});

const DIRECTIVE = /^\s*eslint(-disable(-next-line|-line)?)?\s/;
const REASON = /\s-{2,}\s+\S.{7,}/;

/** Lint comments carry a reason: ` -- why this line is right`. */
const reasons = {
  meta: { type: 'problem', schema: [], messages: { missing: 'Say why, after ` -- `, in a few words.' } },
  create(context) {
    return {
      Program() {
        for (const { value, loc } of context.sourceCode.getAllComments()) {
          if (!DIRECTIVE.test(`${value} `) || REASON.test(value)) continue;
          // Column -1 stands before the comment, so that the comment cannot silence its own finding.
          const start = { line: loc.start.line, column: -1 };
          context.report({ loc: { start, end: loc.end }, messageId: 'missing' });
        }
      },
    };
  },
};

const NODE_GLOBALS =
  'AbortController AbortSignal Blob Buffer console crypto EventSource fetch FormData Headers performance process ' +
  'queueMicrotask Request Response setImmediate clearImmediate setInterval clearInterval setTimeout clearTimeout ' +
  'structuredClone TextDecoder TextEncoder URL URLSearchParams WebSocket';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '.next/**',
      '.data/**',
      'next-env.d.ts',
      'drizzle/meta/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { calmline: { rules: { reasons } } },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      'calmline/reasons': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-unsafe-finally': 'error',
      'no-self-compare': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.split(' ').map((name) => [name, 'readonly'])),
    },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true }],
      'no-unreachable': 'error',
      'no-redeclare': 'error',
      'no-dupe-keys': 'error',
      'no-fallthrough': 'error',
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      // `import { type X }` would keep the module itself in the bundle.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      // A contract may ask for a promise where this implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Where a write or a page could be lost, `void` does not excuse a promise that nobody awaits.
    files: ['src/domain/**/*.ts', 'src/db/**/*.ts', 'workers/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }] },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['src/env.ts', 'scripts/**/*.mjs', 'test/support/**', '*.config.*'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/env.ts reads the environment.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: 'Only src/env.ts reads the environment.',
          })),
        },
      ],
    },
  },
  { files: BROWSER, ...reactHooks.configs.flat.recommended },
  {
    files: BROWSER,
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Tells about libraries that the React compiler leaves alone; the compiler is not in use.
      'react-hooks/incompatible-library': 'off',
    },
  },
  // One list for each place, because a later list replaces an earlier one.
  restricted(['**/*.{ts,tsx,mjs}'], SWALLOWED),
  restricted(PRODUCT, SWALLOWED, EMPTY_CATCH),
  restricted(['src/domain/**'], SWALLOWED, EMPTY_CATCH, WALL_CLOCK),
  restricted(TESTS, SWALLOWED, TEST_HABITS),
);
