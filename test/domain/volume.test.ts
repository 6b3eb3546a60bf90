// Seeded volume: what benchmarks and full screens are tried with looks like calls that people took.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCalls } from '../../scripts/seed/volume';
import { searchInput } from '../../src/domain/calls/model';
import { searchCalls } from '../../src/domain/calls/search-queries';
import { outcomesInput } from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import { after, DAY } from '../../src/kernel/duration';
import { makeWorld, publishedBriefing, type World } from '../support/world';

const CALLS = 600;
let world: World;

beforeAll(async () => {
  world = await makeWorld();
  await publishedBriefing(world);
  await makeCalls(world.ownerSql, CALLS, () => undefined, { days: 30 });
});

afterAll(() => world.stop());

const month = { from: after(new Date(), -31 * DAY).toISOString(), to: after(new Date(), DAY).toISOString() };

it('there are so many calls, closed or given up, of the days asked for', async () => {
  const [row] = await world.ownerSql`
    select count(*)::int as calls, count(*) filter (where state not in ('closed', 'abandoned'))::int as open,
      min(ring_at) > now() - interval '31 days' as "isRecent" from calls`;
  expect(row).toEqual({ calls: CALLS, open: 0, isRecent: true });
});

it('outcomes have something to tell by everything', async () => {
  for (const by of ['playbook', 'briefing', 'operator'] as const) {
    const { groups } = await getOutcomes(world.actors.admin, outcomesInput.parse({ ...month, by }));
    const all = (share: (group: (typeof groups)[number]) => number) =>
      groups.reduce((sum, group) => sum + share(group), 0);
    expect(groups.length, by).toBeGreaterThan(1);
    expect(
      all(({ calls }) => calls),
      by,
    ).toBeGreaterThan(CALLS / 2);
    expect(
      all(({ calmed }) => calmed.count),
      by,
    ).toBeGreaterThan(0);
    expect(
      all(({ rangAgain }) => rangAgain.count),
      by,
    ).toBeGreaterThan(0);
    expect(
      all(({ abusive }) => abusive.count),
      by,
    ).toBeGreaterThan(0);
    expect(
      all(({ promises }) => promises.kept),
      by,
    ).toBeGreaterThan(0);
  }
});

it('names, numbers and words of the log are found', async () => {
  const [call] = await world.ownerSql<{ name: string; ani: string; text: string }[]>`
    select c.caller_name as name, c.ani, n.text from calls c
    join notes n on (n.organization_id, n.call_id) = (c.organization_id, c.id) order by c.id limit 1`;
  for (const q of [call?.name ?? '', call?.ani ?? '', call?.text.split(' ')[0] ?? '']) {
    expect(await searchCalls(world.actors.operator, searchInput.parse({ q })), q).not.toEqual([]);
  }
});
