// The import rules of this repository. Imports of types count like any other, unless a rule says otherwise.
import { FEATURES, LAYERS } from './scripts/check/layers.mjs';
import { VERBS } from './scripts/check/verbs.mjs';

const MODEL = '^src/domain/[^/]+/model\\.ts$';
const TABLES = '^src/domain/[^/]+/tables\\.ts$';
const DOMAIN = '^src/domain/';
// What is no pure rule: tables, reads and writes. The vocabulary check keeps everything else without a database.
const IMPURE = [
  TABLES,
  '^src/domain/[^/]+/[^/]*queries\\.ts$',
  `^src/domain/[^/]+/(${[...VERBS].join('|')})-`,
];
const PURE_KERNEL = '^src/kernel/(phone|duration|errors)\\.ts$';
const API_CLIENT = '^src/api/client\\.tsx?$';
const API_SERVER = '^src/api/server\\.tsx?$';
const API_ROOT = '^src/api/root\\.ts$';
const ROOT_FILE = '^[^/]+\\.[cm]?[jt]sx?$';
const BARREL = ['^(src|app|workers)/index\\.[cm]?[jt]sx?$', '^(src|app|workers)/.+/index\\.[cm]?[jt]sx?$'];

const packages = (...names) => `^(node_modules/)?(@types/)?(${names.join('|')})(/|$)`;
const refuse = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** For each folder of the order: it may not reach the folders beside it or to its right. */
const featureOrder = LAYERS.flatMap((layer, position) =>
  layer.map(({ name, folder }) => {
    const closed = LAYERS.slice(position)
      .flat()
      .filter((other) => other.name !== name)
      .map((other) => `^${other.folder}/`);
    return { name, folder, closed };
  }),
)
  .filter(({ closed }) => closed.length > 0)
  .map(({ name, folder, closed }) =>
    refuse(
      `order-${name}`,
      `${folder} imports only from its left in the order of features`,
      { path: `^${folder}/` },
      // src/db gathers the tables of every feature into one schema.
      name === 'db' ? { path: closed, pathNot: TABLES } : { path: closed },
    ),
  );

const rules = [
  refuse('no-cycles', 'modules do not import one another in a circle', {}, { circular: true }),
  refuse('no-barrels', 'import the file itself, not an index', {}, { path: BARREL }),
  refuse('no-barrel-files', 'an index that gathers other files is a barrel', { path: BARREL }, {}),
  refuse('no-test-imports', 'nothing outside test/ imports test/', { pathNot: '^test/' }, { path: '^test/' }),
  refuse('no-unresolved', 'the import cannot be found', {}, { couldNotResolve: true }),
  refuse(
    'kernel-stands-alone',
    'src/kernel imports nothing of the project but itself',
    { path: '^src/kernel/' },
    { path: ['^(src|app|workers|scripts|test|drizzle)/', ROOT_FILE], pathNot: '^src/kernel/' },
  ),
  refuse(
    'db-below-everything',
    'src/db imports src/kernel, src/env and the tables of features',
    { path: '^src/db/' },
    {
      path: ['^(src|app|workers|scripts)/', ROOT_FILE],
      pathNot: ['^src/(db|kernel)/', '^src/env\\.ts$', TABLES],
    },
  ),
  refuse(
    'domain-is-the-product-alone',
    'src/domain imports src/kernel, src/db and features; never the environment, the web or the workers',
    { path: '^src/domain/' },
    { path: ['^(src|app|workers|scripts)/', ROOT_FILE], pathNot: '^src/(domain|kernel|db)/' },
  ),
  refuse(
    'domain-knows-no-framework',
    'src/domain imports drizzle-orm, zod and pure libraries',
    { path: '^src/domain/' },
    {
      path: packages(
        'next',
        'next-auth',
        'react',
        'react-dom',
        '@react-email',
        '@trpc',
        'bullmq',
        'ioredis',
        'nodemailer',
        'twilio',
      ),
    },
  ),
  refuse(
    'known-feature',
    'the folder is missing from the order in scripts/check/layers.mjs',
    { path: '^src/domain/', pathNot: `^src/domain/(${FEATURES.join('|')})/` },
    {},
  ),
  ...featureOrder,
  refuse(
    'model-is-safe-in-the-browser',
    'model.ts imports other models, src/kernel and pure libraries',
    { path: MODEL },
    { path: ['^src/(db|domain)/', packages('drizzle-orm', 'postgres', 'pg')], pathNot: MODEL },
  ),
  refuse(
    'model-needs-no-node',
    'model.ts runs in the browser, where the modules of Node.js are missing',
    { path: MODEL },
    { dependencyTypes: ['core'] },
  ),
  refuse(
    'tables-stay-in-the-domain',
    "a feature's tables.ts is for itself, features to its right, src/db, scripts and tests",
    { pathNot: ['^src/(domain|db)/', '^scripts/', '^test/'] },
    { path: TABLES },
  ),
  refuse(
    'app-is-thin',
    'screens import src/api/client, src/api/server, src/ui, src/auth, and the models, rules and policies of the domain',
    { path: '^app/', pathNot: '^app/ack/' },
    {
      path: ['^(src|workers|scripts|drizzle)/', ROOT_FILE],
      pathNot: [API_CLIENT, API_SERVER, '^src/(ui|auth)/', DOMAIN],
    },
  ),
  refuse(
    'ack-may-call-verbs',
    'app/ack also calls verbs and policies, with a context from src/kernel',
    { path: '^app/ack/' },
    {
      path: ['^(src|workers|scripts|drizzle)/', ROOT_FILE],
      pathNot: [API_CLIENT, API_SERVER, '^src/(ui|auth|kernel|domain)/', '^src/http/acknowledge-page\.ts$'],
    },
  ),
  refuse(
    'screens-ask-rules-alone',
    'screens read and write through the API; of the domain they import models, pure rules and policies',
    { path: ['^app/', '^src/ui/'], pathNot: '^app/ack/' },
    { path: IMPURE },
  ),
  refuse('app-is-the-top', 'only app/ imports app/', { pathNot: '^(app|test)/' }, { path: '^app/' }),
  refuse(
    'ui-knows-models-alone',
    'src/ui imports models, rules and policies of the domain, src/api/client, and phone, duration and errors of src/kernel',
    { path: '^src/ui/' },
    {
      path: ['^(src|app|workers|scripts)/', ROOT_FILE],
      pathNot: ['^src/ui/', API_CLIENT, DOMAIN, PURE_KERNEL],
    },
  ),
  refuse(
    'client-knows-the-router-as-a-type',
    'src/api/client imports the root router with `import type`, so that no server code reaches the browser',
    { path: API_CLIENT },
    { path: API_ROOT, dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'client-runs-in-the-browser',
    'src/api/client imports src/ui, domain/*/model.ts, and phone, duration and errors of src/kernel',
    { path: API_CLIENT },
    {
      path: ['^(src|app|workers|scripts)/', ROOT_FILE],
      pathNot: ['^src/ui/', API_CLIENT, API_ROOT, MODEL, PURE_KERNEL],
    },
  ),
  refuse(
    'queues-live-in-workers',
    'bullmq and ioredis are imported in workers/ alone',
    { pathNot: '^workers/' },
    { path: packages('bullmq', 'ioredis') },
  ),
  refuse(
    'workers-are-a-leaf',
    'only workers/, scripts/ and test/ import workers/',
    { pathNot: '^(workers|scripts|test)/' },
    { path: '^workers/' },
  ),
  refuse(
    'workers-go-through-the-domain',
    'workers/ imports src/domain, src/db, src/kernel and src/env; not the web',
    { path: '^workers/' },
    { path: ['^app/', '^src/(api|http|ui|auth)/'] },
  ),
  refuse(
    'sign-in-lives-in-auth',
    'next-auth is imported in src/auth and app/api/auth alone',
    { pathNot: ['^src/auth/', '^app/api/auth/'] },
    { path: packages('next-auth') },
  ),
  refuse(
    'no-dev-packages-in-the-product',
    'the image is installed without dev dependencies',
    { path: ['^(src|app|workers)/', '^(server|proxy|instrumentation)\\.ts$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

export default {
  forbidden: rules,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data|test-results|playwright-report)/' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
