// The gate guards itself: every rule is shown to fire on a small tree that breaks it, and to keep quiet on one that does not.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearTrees, plant, repository, runCheck, type Outcome } from '../support/check-tree';

afterAll(clearTrees);

const packageNames = ['next', 'next-auth', 'react', 'bullmq', 'ioredis', 'drizzle-orm', 'twilio', 'dev-only'];
const installed = Object.fromEntries(
  packageNames.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
  ]),
);
const product = packageNames.filter((name) => name !== 'dev-only');
const base = {
  ...installed,
  'package.json': JSON.stringify({
    name: 'tree',
    dependencies: Object.fromEntries(product.map((name) => [name, '1.0.0'])),
    devDependencies: { 'dev-only': '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      paths: { '@/*': ['./src/*'] },
    },
  }),
};

const order = [
  ['kernel'],
  ['db'],
  ['audit', 'live'],
  ['tenancy'],
  ['clients'],
  ['numbers', 'contacts', 'wording'],
  ['playbooks', 'oncall'],
  ['briefings'],
  ['notifications', 'sources'],
  ['calls'],
  ['overflow', 'promises'],
  ['recalls', 'questions', 'surges', 'updates'],
  ['escalations'],
  ['messages', 'followups'],
  ['reviews'],
  ['coaching'],
  ['reports'],
];
const features = order.flat();
const folderOf = (name: string) => (name === 'kernel' || name === 'db' ? name : `domain/${name}`);
const rankOf = (name: string) => order.findIndex((layer) => layer.includes(name));

/** What every tree of imports stands on: one exported word in each file that a rule speaks of. */
const ground: Record<string, string> = Object.fromEntries(
  [
    ...features.map((name) => `src/${folderOf(name)}/rule.ts`),
    ...['model', 'tables', 'queries', 'start-call'].map((name) => `src/domain/calls/${name}.ts`),
    ...['phone', 'log'].map((name) => `src/kernel/${name}.ts`),
    ...[
      'api/server.ts',
      'api/root.ts',
      'api/client.tsx',
      'auth/session.ts',
      'ui/button.tsx',
      'env.ts',
      'http/hooks.ts',
    ].map((name) => `src/${name}`),
    'workers/queues.ts',
    'test/support/world.ts',
    'app/desk/panel.tsx',
  ].map((path) => [path, 'export const word = 1;\n']),
);

/** rule, the file that breaks it, what it imports */
const broken: [rule: string, path: string, from: string, typeOnly?: 'type'][] = [
  ['no-cycles', 'src/http/one.ts', '@/http/two'],
  ['no-barrels', 'src/http/four.ts', '@/http/deep/index'],
  ['no-barrel-files', 'src/http/deep/index.ts', '@/http/hooks'],
  ['no-test-imports', 'scripts/try.ts', '../test/support/world'],
  ['no-test-imports', 'vitest.config.ts', './test/support/world', 'type'],
  ['no-unresolved', 'src/http/five.ts', './gone'],
  ['kernel-stands-alone', 'src/kernel/context.ts', '@/env'],
  ['kernel-stands-alone', 'src/kernel/tenant.ts', '@/auth/session', 'type'],
  ['db-below-everything', 'src/db/listen.ts', '@/auth/session'],
  ['order-db', 'src/db/seed-row.ts', '@/domain/calls/queries'],
  ['domain-is-the-product-alone', 'src/domain/calls/place.ts', '@/env'],
  ['domain-is-the-product-alone', 'src/domain/calls/person.ts', '@/auth/session', 'type'],
  ['domain-knows-no-framework', 'src/domain/calls/carrier.ts', 'twilio'],
  ['domain-knows-no-framework', 'src/domain/calls/screen.ts', 'react', 'type'],
  ['domain-knows-no-framework', 'src/domain/calls/page.ts', 'next'],
  ['known-feature', 'src/domain/weather/model.ts', '@/kernel/phone'],
  ['model-is-safe-in-the-browser', 'src/domain/calls/model.ts', './tables', 'type'],
  ['model-is-safe-in-the-browser', 'src/domain/clients/model.ts', 'drizzle-orm'],
  ['model-needs-no-node', 'src/domain/numbers/model.ts', 'node:crypto'],
  ['tables-stay-in-the-domain', 'src/http/six.ts', '@/domain/calls/tables'],
  ['tables-stay-in-the-domain', 'workers/deliver.ts', '../src/domain/calls/tables', 'type'],
  ['tables-stay-in-the-domain', 'src/auth/person.ts', '@/domain/calls/tables'],
  ['screens-ask-rules-alone', 'app/desk/page.tsx', '@/domain/calls/start-call'],
  ['screens-ask-rules-alone', 'app/portal/page.tsx', '@/domain/calls/queries', 'type'],
  ['app-is-thin', 'app/pop/page.tsx', '@/kernel/log'],
  ['ack-may-call-verbs', 'app/ack/page.tsx', '@/db/rule'],
  ['app-is-the-top', 'src/ui/table.tsx', '../../app/desk/panel'],
  ['screens-ask-rules-alone', 'src/ui/list.tsx', '@/domain/calls/queries', 'type'],
  ['ui-knows-models-alone', 'src/ui/note.tsx', '@/kernel/log'],
  ['client-knows-the-router-as-a-type', 'src/api/client.tsx', '@/api/root'],
  ['client-runs-in-the-browser', 'src/api/client.tsx', '@/domain/calls/queries', 'type'],
  ['queues-live-in-workers', 'src/http/seven.ts', 'bullmq'],
  ['queues-live-in-workers', 'scripts/flush.ts', 'ioredis', 'type'],
  ['workers-are-a-leaf', 'src/http/eight.ts', '../../workers/queues'],
  ['workers-go-through-the-domain', 'workers/page.ts', '../src/api/server'],
  ['sign-in-lives-in-auth', 'src/http/nine.ts', 'next-auth'],
  ['sign-in-lives-in-auth', 'app/login/page.tsx', 'next-auth/react'],
  ['no-dev-packages-in-the-product', 'src/http/ten.ts', 'dev-only'],
];

/** Each folder of the order reaches for each one beside it or to its right. */
const outOfOrder = features.flatMap((name) =>
  features
    .filter((other) => other !== name && rankOf(other) >= rankOf(name))
    .map((other) => ({
      name,
      path: `src/${folderOf(name)}/reach-${other}.ts`,
      from: `@/${folderOf(other)}/rule`,
    })),
);

let names = 0;
/** Text that imports a module, never on its first line. */
function importing(from: string, typeOnly?: 'type'): string {
  const name = `Name${String((names += 1))}`;
  return typeOnly
    ? `\nimport type * as ${name} from '${from}';\nexport type ${name}Type = typeof ${name};\n`
    : `\nimport * as ${name} from '${from}';\nexport const is${name} = ${name};\n`;
}

describe('import rules', () => {
  let result: Outcome;
  beforeAll(() => {
    const files: Record<string, string> = { ...base, ...ground, 'src/http/two.ts': importing('@/http/one') };
    for (const { path, from } of outOfOrder) files[path] = importing(from);
    for (const path of new Set(broken.map((one) => one[1]))) {
      const imports = broken.filter((one) => one[1] === path);
      files[path] = imports.map(([, , from, typeOnly]) => importing(from, typeOnly)).join('');
    }
    result = runCheck('imports', plant(files));
  }, 60_000);

  it('fails', () => expect(result).toMatchObject({ status: 1, stderr: '' }));

  it.each(broken)('%s: %s imports %s', (rule, path, from) => {
    const wanted = from.split('/').at(-1)?.replace('node:', '') ?? from;
    const found = result.lines.filter((line) => line.startsWith(`${path}:`) && line.includes(`: ${rule}: `));
    expect(found.join('\n')).toContain(wanted);
    expect(found[0]).not.toContain(`${path}:1:`);
  });

  it.each(features.slice(0, -1))('order-%s: reaches nothing beside it or to its right', (name) => {
    const reached = result.lines
      .filter((line) => line.includes(`: order-${name}: `))
      .map((line) => line.split(':')[0]);
    const wanted = outOfOrder.filter((one) => one.name === name).map(({ path }) => path);
    expect(wanted.length).toBeGreaterThan(0);
    expect(new Set(reached)).toEqual(new Set(name === 'db' ? [...wanted, 'src/db/seed-row.ts'] : wanted));
  });

  it('has a broken example for every rule', () => {
    const listed: unknown = JSON.parse(
      execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          'import c from "./.dependency-cruiser.mjs"; console.log(JSON.stringify(c.forbidden.map((r) => r.name)))',
        ],
        { cwd: repository, encoding: 'utf8' },
      ),
    );
    const shown = [...broken.map(([rule]) => rule), ...features.slice(0, -1).map((name) => `order-${name}`)];
    expect([...new Set(shown)].sort()).toEqual([...(listed as string[])].sort());
  });

  it('keeps quiet where the architecture allows', () => {
    const root = plant({
      ...base,
      ...ground,
      'src/api/client.tsx': importing('@/api/root', 'type'),
      'src/db/schema.ts': importing('@/domain/calls/tables'),
      'src/db/client.ts': importing('@/env'),
      'src/api/root.ts': importing('@/domain/calls/start-call'),
      'src/domain/calls/tables.ts': importing('drizzle-orm'),
      'src/domain/calls/model.ts': importing('@/kernel/phone'),
      'src/domain/promises/queries.ts': importing('@/domain/calls/tables'),
      'src/domain/reports/queries.ts': importing('@/domain/calls/tables'),
      'src/auth/options.ts': importing('next-auth'),
      'src/ui/call.tsx': importing('@/domain/calls/model') + importing('@/kernel/phone'),
      'app/api/auth/[...nextauth]/route.ts': importing('next-auth'),
      'app/desk/page.tsx': importing('@/domain/calls/model'),
      'app/manage/page.tsx': importing('@/api/server'),
      'app/ack/[token]/page.tsx': importing('@/domain/calls/start-call'),
      'workers/main.ts': importing('bullmq'),
      'workers/one.ts': importing('../src/domain/calls/start-call'),
      'scripts/bench.ts': importing('../workers/queues'),
      'scripts/seed.ts': importing('@/domain/calls/tables'),
      'test/domain/calls.test.ts': importing('../support/world'),
      'test/unit/one.test.ts': importing('dev-only'),
    });
    const quiet = runCheck('imports', root);
    expect(quiet.lines).toHaveLength(1);
    expect(quiet.status).toBe(0);
  }, 60_000);
});
