// The lists of an account manager at volume: read along an index, in its order, and never sorted, wherever one pages to.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import type { ReviewFilter } from '../../src/domain/reviews/model';
import { listReviews, reviewPage } from '../../src/domain/reviews/review-queries';
import { makeWorld, type World } from '../support/world';

const ROWS = 10_000;
const PAGE = 50;
let world: World;
let middle: string;

beforeAll(async () => {
  world = await makeWorld();
  const { id } = await startEscalation(world.actors.operator, {
    clientId: world.client.id,
    urgency: 'urgent',
    summary: 'Salaries were paid twice.',
  });
  // Half of them reviewed, of each verdict some, and the other half waiting or under way.
  await world.ownerSql`
    insert into escalations select (jsonb_populate_record(e, jsonb_build_object(
      'id', lpad(to_hex(n * 131072), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'),
      'state', (array['resolved', 'cancelled', 'unanswered', 'acknowledged'])[1 + n % 4],
      'review_state', (array['wanted', 'reviewed', 'none', 'reviewed'])[1 + n % 4],
      'verdict', case when n % 2 = 1 then (array['well_handled', 'too_slow', 'wrong_person'])[1 + n % 3] end,
      'next_step_due_at', null))).*
    from escalations e, generate_series(1, ${ROWS}) n where e.id = ${id}`;
  await world.ownerSql`analyze escalations, clients`;
  const [row] = await world.ownerSql<{ id: string }[]>`
    select id from escalations order by id desc offset ${ROWS / 2} limit 1`;
  middle = row?.id ?? '';
});

afterAll(() => world.stop());

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Plan[] };

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function nodes(filter: ReviewFilter, id?: string): Promise<Plan[]> {
  return readTx(world.actors.account_manager, async (tx, clock) => {
    const after = id === undefined ? undefined : { id, startedAt: null };
    const page = reviewPage(tx, filter, await clock(), PAGE + 1, after);
    const rows = await tx.db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      sql`explain (format json) ${page.getSQL()}`,
    );
    const [{ Plan: plan }] = rows[0]?.['QUERY PLAN'] ?? [{ Plan: { 'Node Type': 'none' } }];
    return nodesOf(plan);
  });
}

const filters: [what: string, index: string, filter: () => ReviewFilter][] = [
  ['what waits for a review', 'escalations_review', () => ({ reviewState: 'wanted' })],
  ['everything', 'escalations_organization_id_id_pk', () => ({})],
  ['what was too slow', 'escalations_verdict', () => ({ verdict: 'too_slow' })],
  ['what nobody answered', 'escalations_list', () => ({ state: 'unanswered' })],
];

describe.each(filters)('%s', (_, index, filter) => {
  it('is read along its index, from the first page as from the middle', async () => {
    for (const beforeId of [undefined, middle]) {
      const plan = await nodes(filter(), beforeId);
      const types = plan.map((node) => node['Node Type']);
      expect(types, JSON.stringify(plan)).not.toContain('Sort');
      expect(types).not.toContain('Incremental Sort');
      expect(plan.find((node) => node['Relation Name'] === 'escalations')).toMatchObject({
        'Node Type': 'Index Scan',
        'Index Name': index,
      });
    }
  });
});

it('of one client is not sorted either', async () => {
  for (const filter of [{}, { reviewState: 'wanted' as const }]) {
    const plan = await nodes({ clientId: world.client.id, ...filter }, middle);
    expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
  }
});

it('of some days is read along when they began, a page at a time', async () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
  const { account_manager: manager } = world.actors;
  const filter = { from: day(1), to: day(3) };
  await world.ownerSql`
    update escalations e set started_at = '2026-01-01T00:00:00Z'::timestamptz + make_interval(mins => place::int)
    from (select id, row_number() over (order by id desc) as place from escalations) numbered where numbered.id = e.id`;
  await world.ownerSql`vacuum analyze escalations`;
  const plan = await nodes(filter);
  expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
  expect(plan.find((node) => node['Relation Name'] === 'escalations')).toMatchObject({
    'Index Name': 'escalations_started',
  });
  const seen: Date[] = [];
  let cursor: string | undefined;
  do {
    const page = await listReviews(manager, { ...filter, limit: 500, cursor });
    seen.push(...page.items.map(({ startedAt }) => startedAt));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  // A row each minute of two days, the newest first.
  expect(seen).toHaveLength(2 * 24 * 60 - 1);
  expect(seen).toEqual(seen.toSorted((one, other) => other.getTime() - one.getTime()));
});
