import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { benchBroadcast } from './broadcast';
import { benchEscalate } from './escalate';
import { table, type Figure } from './figures';
import { benchQuery } from './query';
import { benchPaint, benchRing } from './ring';
import { wanted } from './settings';

const benches: Record<string, () => Promise<Figure[]>> = {
  ring: benchRing,
  paint: benchPaint,
  publish: benchBroadcast,
  escalate: benchEscalate,
  query: benchQuery,
};

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`… ${name}\n`);
  figures.push(...(await bench()));
}
process.stdout.write(`\n${table(figures)}\n`);
await mkdir('bench-results', { recursive: true });
const machine = { cores: cpus().length, node: process.version, at: new Date().toISOString() };
await writeFile('bench-results/latest.json', `${JSON.stringify({ machine, figures }, null, 2)}\n`);
process.exit(figures.some(({ isHeld }) => isHeld === false) ? 1 : 0);
