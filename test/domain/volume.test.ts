// Seeded volume: what benchmarks and full screens are tried with looks like calls that people took.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCalls } from '../../scripts/seed/volume';
import { searchInput } from '../../src/domain/calls/model';
import { searchCalls } from '../../src/domain/calls/search-queries';
import { outcomesInput, reportInput, reportKinds } from '../../src/domain/reports/model';
import { getOutcomes } from '../../src/domain/reports/outcome-queries';
import { sizeOf } from '../../src/domain/reports/report-figures';
import { getReport } from '../../src/domain/reports/report-queries';
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

it('who rang again stands in the call, as a look at all calls of the caller tells', async () => {
  const [row] = await world.ownerSql`
    select count(*) filter (where again <= ring_at + interval '24 hours')::int as again,
      count(*) filter (where (case when again <= ring_at + interval '24 hours' then again end)
        is distinct from rang_again_at)::int as wrong
    from (select ring_at, rang_again_at,
      lead(ring_at) over (partition by organization_id, ani, client_id order by ring_at, id) as again from calls) seen`;
  expect(row?.again).toBeGreaterThan(0);
  expect(row?.wrong).toBe(0);
});

it('every report has something to count', async () => {
  const dates = { from: month.from.slice(0, 10), to: month.to.slice(0, 10) };
  for (const kind of reportKinds) {
    const report = await getReport(world.actors.admin, kind, reportInput.parse({ ...dates, by: 'client' }));
    expect(sizeOf(report.total), kind).toBeGreaterThan(0);
  }
  const { total } = await getReport(
    world.actors.admin,
    'promises',
    reportInput.parse({ ...dates, by: 'day' }),
  );
  expect(Math.min(total.keptInTime, total.keptLate, total.broken)).toBeGreaterThan(0);
  const [row] = await world.ownerSql`select count(*)::int as messages from messages`;
  expect(row?.messages).toBeGreaterThan(0);
});

it('names, numbers and words of the log are found', async () => {
  const [call] = await world.ownerSql<{ name: string; ani: string; text: string }[]>`
    select c.caller_name as name, c.ani, n.text from calls c
    join notes n on (n.organization_id, n.call_id) = (c.organization_id, c.id) order by c.id limit 1`;
  for (const q of [call?.name ?? '', call?.ani ?? '', call?.text.split(' ')[0] ?? '']) {
    expect(await searchCalls(world.actors.operator, searchInput.parse({ q })), q).not.toEqual([]);
  }
});
