import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { table, type Figure } from './figures';

/** Loaded only when asked for: those that measure the running product need it from the moment they are read. */
const benches: Record<string, () => Promise<Figure[]>> = {
  ring: async () => (await import('./ring')).benchRing(),
  paint: async () => (await import('./ring')).benchPaint(),
  publish: async () => (await import('./broadcast')).benchBroadcast(),
  desk: async () => (await import('./desk')).benchDesk(),
  escalate: async () => (await import('./escalate')).benchEscalate(),
  query: async () => (await import('./query')).benchQuery(),
  recall: async () => (await import('./recall')).benchRecall(),
  'on-call': async () => (await import('./on-call')).benchOnCall(),
  'in-force': async () => (await import('./in-force')).benchInForce(),
  search: async () => (await import('./search')).benchSearch(),
  outcomes: async () => (await import('./outcomes')).benchOutcomes(),
  reports: async () => (await import('./reports')).benchReports(),
  lists: async () => (await import('./lists')).benchLists(),
  pack: async () => (await import('./pack')).benchPack(),
  deliver: async () => (await import('./deliver')).benchDeliver(),
  cycle: async () => (await import('./cycle')).benchCycle(),
  million: async () => (await import('./outcomes')).benchMillion(),
  'reports-million': async () => (await import('./reports')).benchReportsMillion(),
};

/** Not among all. */
const ONLY_WHEN_ASKED = ['million', 'reports-million'];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined)
  throw new Error(`There is no bench "${unknown}": ${Object.keys(benches).join(', ')}.`);

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ONLY_WHEN_ASKED.includes(name)) continue;
  process.stdout.write(`… ${name}\n`);
  figures.push(...(await bench()));
}
process.stdout.write(`\n${table(figures)}\n`);
await mkdir('bench-results', { recursive: true });
const machine = { cores: cpus().length, node: process.version, at: new Date().toISOString() };
await writeFile('bench-results/latest.json', `${JSON.stringify({ machine, figures }, null, 2)}\n`);
process.exit(figures.some(({ isHeld }) => isHeld === false) ? 1 : 0);
