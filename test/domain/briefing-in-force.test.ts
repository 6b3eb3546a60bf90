// One rule in two languages: what PostgreSQL finds at a ring is what version-in-force.ts says.
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { severities } from '../../src/domain/briefings/model';
import { briefingInForce } from '../../src/domain/briefings/version-queries';
import { versionInForce } from '../../src/domain/briefings/version-in-force';
import { newId } from '../../src/kernel/ids';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const LAST_MINUTE = 12;
const minute = (n: number) => new Date(Date.UTC(2026, 2, 29) + n * 60_000);
const instant = fc.integer({ min: 0, max: LAST_MINUTE }).map(minute);
const maybe = fc.option(instant, { nil: null });
const severity = fc.constantFrom(...severities);
const version = fc.record({ publishedAt: instant, startsAt: maybe, endsAt: maybe, severity });

const briefing = fc.record({
  isResolved: fc.boolean(),
  versions: fc
    .array(version, { minLength: 1, maxLength: 4 })
    .map((published) =>
      published
        .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
        .map((content, n) => ({ ...content, version: n + 1 })),
    ),
});

type Given = {
  isResolved: boolean;
  versions: (typeof version extends fc.Arbitrary<infer V> ? V & { version: number } : never)[];
};

/** A new client with exactly these briefings, as the verbs would have left them. */
async function enter(given: readonly Given[]) {
  const { ownerSql, organizationId } = world;
  const clientId = newId();
  const owned = { organization_id: organizationId, client_id: clientId };
  const words = { name: 'A client', time_zone: 'UTC', account_info: '', greeting: '' };
  await ownerSql`insert into clients ${ownerSql({ ...owned, ...words, created_at: minute(0) })}`;
  const briefings = given.map(({ isResolved, versions }) => ({
    id: newId(),
    resolvedAt: isResolved ? minute(0) : null,
    versions: versions.map((one) => ({ ...one, id: newId() })),
  }));
  for (const { id, resolvedAt, versions } of briefings) {
    const state = resolvedAt === null ? 'published' : 'resolved';
    const counts = { draft_revision: 1, published_revision: 1, current_version: versions.length };
    const stamps = {
      created_at: minute(0),
      updated_at: minute(0),
      updated_by_name: 'x',
      resolved_at: resolvedAt,
    };
    await ownerSql`insert into briefings ${ownerSql({ ...owned, id, state, draft: ownerSql.json({}), ...counts, ...stamps })}`;
    const rows = versions.map((one) => ({
      ...owned,
      id: one.id,
      briefing_id: id,
      version: one.version,
      content: ownerSql.json({ severity: one.severity }),
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      published_at: one.publishedAt,
      published_by_id: 'x',
      published_by_name: 'x',
    }));
    await ownerSql`insert into briefing_versions ${ownerSql(rows)}`;
  }
  return { clientId, briefings };
}

/** For each minute: the version that PostgreSQL finds. */
async function found(clientId: string): Promise<(string | null)[]> {
  const inForce = briefingInForce(sql`${world.organizationId}::uuid`, sql`${clientId}::uuid`, sql`t.at`);
  const rows = await readTx(world.actors.operator, (tx) =>
    tx.db.execute<{ version_id: string | null }>(sql`
      select f.version_id from generate_series(${minute(0).toISOString()}::timestamptz,
        ${minute(LAST_MINUTE + 1).toISOString()}, '1 minute') as t (at)
      left join lateral (${inForce}) f on true order by t.at`),
  );
  return rows.map((row) => row.version_id);
}

it('agrees for any client, at any minute', async () => {
  let inForce = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(briefing, { minLength: 1, maxLength: 3 }), async (given) => {
      const { clientId, briefings } = await enter(given);
      const expected = Array.from({ length: LAST_MINUTE + 2 }, (_, n) => {
        const each = briefings.flatMap((one) => versionInForce(one, minute(n)) ?? []);
        const [first] = each.toSorted(
          (a, b) =>
            severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
            b.publishedAt.getTime() - a.publishedAt.getTime() ||
            (a.id < b.id ? -1 : 1),
        );
        return first?.id ?? null;
      });
      inForce += expected.filter((id) => id !== null).length;
      expect(await found(clientId)).toEqual(expected);
    }),
    { numRuns: 80 },
  );
  // The histories were not all empty ones.
  expect(inForce).toBeGreaterThan(80);
});

it('looks at one client alone', async () => {
  const always = {
    publishedAt: minute(0),
    startsAt: null,
    endsAt: null,
    severity: 'critical' as const,
    version: 1,
  };
  const theirs = await enter([{ isResolved: false, versions: [always] }]);
  const own = await enter([{ isResolved: true, versions: [always] }]);
  expect(new Set(await found(theirs.clientId)).size).toBe(1);
  expect(new Set(await found(own.clientId))).toEqual(new Set([null]));
});
