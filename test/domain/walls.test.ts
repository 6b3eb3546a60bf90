// The third wall, tried with a raw connection as the role of the application: what if the other two failed?
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addClient, busyDay, type BusyDay } from '../support/busy-day';
import { makeWorld, type Tenant, type World } from '../support/world';

/** What a client's people never read, because it concerns the answering service alone. */
const staffOnly = [
  'credentials',
  'desk_preferences',
  'playbook_versions',
  'playbooks',
  'presences',
  'saved_views',
  'scorecards',
  'service_rules',
  'sign_in_limits',
  'telephony_connections',
];

let world: World;
let neighbour: Tenant;
let other: Tenant;
let own: BusyDay;
let app: Sql;
/** With an organization. */
let every: string[];
/** Those that the application reads at all. */
let tables: string[];
/** Those that only the gate sees, because something in them is unique across tenants. */
const gateOnly = ['reply_codes'];

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  other = await addClient(world, 'Northgate Clinic');
  own = await busyDay(world);
  await busyDay(neighbour);
  await busyDay(other);
  await world.ownerSql`
    insert into reply_codes (organization_id, id, client_id, phone, code, delivery_id, taken_at)
    select distinct on (organization_id) organization_id, gen_random_uuid(), client_id, '+4915100000001', 1, id, app_now()
    from deliveries`;
  app = postgres(world.appUrl, { max: 1, onnotice: () => undefined });
  const found = await world.ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id' order by 1`;
  every = found.map(({ name }) => name);
  tables = every.filter((name) => !gateOnly.includes(name));
});

afterAll(async () => {
  await app.end();
  await world.stop();
});

/** One transaction as the application would open it. */
async function inside<Result>(
  { organizationId, clientId = '' }: { organizationId: string; clientId?: string },
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const result = await app.begin(async (sql) => {
    await sql`select set_config('app.organization_id', ${organizationId}, true), set_config('app.client_id', ${clientId}, true)`;
    return [await work(sql as unknown as Sql)] as const;
  });
  return result[0];
}

const organizationsIn = (sql: Sql, table: string) => sql<{ id: string; count: number }[]>`
  select organization_id as id, count(*)::int as count from ${sql(table)} group by 1 order by 1`;

describe('reading', () => {
  it('there is something of both answering services in every table', async () => {
    for (const table of every) {
      const found = await organizationsIn(world.ownerSql, table);
      expect({ table, organizations: found.map(({ id }) => id) }).toEqual({
        table,
        organizations: [world.organizationId, neighbour.organizationId].toSorted(),
      });
    }
  });

  it('without a tenant there is nothing, in any table', async () => {
    for (const table of tables) {
      expect({ table, rows: await organizationsIn(app, table) }).toEqual({ table, rows: [] });
    }
  });

  it.each(gateOnly)('%s is for the gate alone', async (table) => {
    await expect(inside(world, (sql) => organizationsIn(sql, table))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each(['', '  ', 'Harbor Answering'])('a tenant called "%s" is none', async (name) => {
    const attempt = inside({ organizationId: name }, (sql) => sql`select id from calls`);
    if (name === '') expect(await attempt).toEqual([]);
    else await expect(attempt).rejects.toMatchObject({ code: '22P02' });
  });

  it('inside a tenant there is all of its own and nothing else', async () => {
    for (const table of tables) {
      const all = await organizationsIn(world.ownerSql, table);
      for (const { organizationId } of [world, neighbour]) {
        const seen = await inside({ organizationId }, (sql) => organizationsIn(sql, table));
        expect({ table, seen: [...seen] }).toEqual({
          table,
          seen: all.filter(({ id }) => id === organizationId),
        });
      }
    }
  });

  it('the setting ends with its transaction', async () => {
    await inside(world, (sql) => sql`select id from calls`);
    expect(await app`select id from calls`).toEqual([]);
  });

  it("a client's people see the rows of their client and no other", async () => {
    for (const table of tables.filter((name) => name !== 'organizations')) {
      const seen = await inside({ organizationId: world.organizationId, clientId: own.clientId }, (sql) =>
        staffOnly.includes(table)
          ? sql<{ client: string | null }[]>`select null as client from ${sql(table)}`
          : sql<{ client: string | null }[]>`select distinct client_id as client from ${sql(table)}`,
      );
      expect({ table, clients: seen.map(({ client }) => client) }).toEqual({
        table,
        clients: staffOnly.includes(table) ? [] : [own.clientId],
      });
    }
  });
});

describe('writing', () => {
  it('a row cannot be put into another tenant, whichever table it is', async () => {
    for (const table of tables) {
      const [copy] = await world.ownerSql<{ columns: string[]; row: postgres.JSONValue }[]>`
        select (select array_agg(column_name::text) from information_schema.columns
                where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO') as columns,
               (select to_jsonb(t) from ${world.ownerSql(table)} t where organization_id = ${neighbour.organizationId} limit 1) as row`;
      if (copy === undefined) throw new Error(`There is nothing in ${table}.`);
      const attempt = inside(world, (sql) => {
        const columns = sql(copy.columns);
        return sql`insert into ${sql(table)} (${columns})
          select ${columns} from jsonb_populate_record(null::${sql(table)}, ${sql.json(copy.row)})`;
      });
      const words =
        table === 'organizations'
          ? 'permission denied for table organizations'
          : `new row violates row-level security policy for table "${table}"`;
      await expect(attempt, table).rejects.toThrow(words);
    }
  });

  it("another tenant's rows cannot be reached, nor own rows be given away", async () => {
    for (const table of ['calls', 'clients', 'escalations', 'deliveries', 'briefings', 'memberships']) {
      const reached = await inside(
        world,
        (sql) => sql`
        update ${sql(table)} set organization_id = organization_id where organization_id = ${neighbour.organizationId}`,
      );
      expect({ table, count: reached.count }).toEqual({ table, count: 0 });
      const given = inside(
        world,
        (sql) => sql`
        update ${sql(table)} set organization_id = ${neighbour.organizationId}`,
      );
      await expect(given, table).rejects.toThrow('row-level security');
    }
  });

  it("a client's person cannot write for another client, nor for the service alone", async () => {
    for (const clientId of [other.client.id, null]) {
      const attempt = inside({ organizationId: world.organizationId, clientId: own.clientId }, (sql) => {
        const row = { organization_id: world.organizationId, id: own.noteId, client_id: clientId };
        const words = { text: 'x', kind: 'point', by_id: 'x', by_name: 'x', at: '2026-03-29T12:00:00Z' };
        return sql`insert into notes ${sql({ ...row, ...words, call_id: own.callId })}`;
      });
      await expect(attempt).rejects.toThrow('row-level security');
    }
  });

  it.each([
    ['the log', 'delete from notes'],
    ['an audit entry', "update audit_entries set action = 'nothing.happened'"],
    ['a published version', "update briefing_versions set content = '{}'"],
    ['a timeline', 'delete from escalation_events'],
    ['the clock', 'insert into clock_offset values (true, 60000)'],
    ['a password', 'select password_hash from credentials'],
    ['an organization', "insert into organizations values (gen_random_uuid(), 'Mine', null, app_now())"],
    ['everything', 'truncate calls cascade'],
  ])('the application is not trusted with %s', async (_, statement) => {
    await expect(inside(world, (sql) => sql.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the gates', () => {
  it('look at the real tables, also when the caller made a temporary one of the same name', async () => {
    const forged = await inside(world, async (sql) => {
      await sql`create temporary table api_keys (like public.api_keys) on commit drop`;
      await sql`grant all on pg_temp.api_keys to public`;
      await sql`
        insert into pg_temp.api_keys (organization_id, id, name, role, key_hash, created_at)
        values (${neighbour.organizationId}, gen_random_uuid(), 'forged', 'admin', 'forged', app_now())`;
      return sql`select name from gate.api_key('forged')`;
    });
    expect(forged).toEqual([]);
  });

  it('cannot be entered by becoming their role', async () => {
    await expect(app`set role calmline_gate`).rejects.toThrow('permission denied to set role');
    await expect(app`set role calmline_owner`).rejects.toThrow('permission denied to set role');
  });
});

describe('the clock', () => {
  it('cannot be moved where it is not a test, not even by the owner', async () => {
    const { adminUrl, ownerUrl } = inject('cluster');
    const name = `kept_time_${own.callId.slice(-12)}`;
    const admin = postgres(adminUrl, { max: 1 });
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    const owner = postgres(url.href, { max: 1 });
    try {
      await admin`create database ${admin(name)} template calmline_template owner calmline_owner strategy file_copy`;
      await expect(owner`insert into clock_offset values (true, 60000)`).rejects.toThrow(
        'Only a test database may move its clock.',
      );
      const [clock] = await owner<[{ isTrue: boolean }]>`select app_now() = now() as "isTrue"`;
      expect(clock.isTrue).toBe(true);
    } finally {
      await owner.end();
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    }
  });

  it('moves in a test, for the product and the engine alike', async () => {
    await world.moveClock(90_000);
    const [clock] = await app<[{ seconds: string }]>`
      select extract(epoch from app_now() - now())::int::text as seconds`;
    expect(clock.seconds).toBe('90');
  });
});
