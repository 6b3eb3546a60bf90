// What PostgreSQL itself says about the walls. drizzle-kit is known to drop or skip policies: nothing here trusts it.
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';

/** Tables without a tenant, each with its reason. */
const tenantless: Record<string, string> = {
  sign_in_limits: 'counts attempts before anybody is known',
  send_limits: 'counts by a digest of an address, and what the carrier takes from all tenants',
  engine_audits: 'tells of the engine, which serves all tenants',
  heartbeats: 'tells of workers, which serve all tenants',
  clock_offset: 'the clock of a test database',
};

/** Unique indexes that look across tenants, each with its reason. */
const acrossTenants: Record<string, string> = {
  sessions_id: 'a cookie names a session before the tenant is known',
  api_keys_hash: 'a key is looked up before the tenant is known',
  telephony_connections_id: 'a switch names its connection before the tenant is known',
};

const setting = (name: string) =>
  `( SELECT (NULLIF(current_setting('app.${name}'::text, true), ''::text))::uuid AS "nullif")`;

function wallOf({ name, hasClient }: { name: string; hasClient: boolean }): string {
  const own = `(organization_id = ${setting('organization_id')})`;
  const client = setting('client_id');
  if (hasClient) return `(${own} AND ((${client} IS NULL) OR (client_id = ${client})))`;
  return name === 'organizations' ? own : `(${own} AND (${client} IS NULL))`;
}

type Table = {
  name: string;
  hasOrganization: boolean;
  hasClient: boolean;
  isEnabled: boolean;
  isForced: boolean;
  policies: { name: string; roles: string; using: string; check: string | null; cmd: string; kind: string }[];
};

async function tableFaults(sql: Sql): Promise<string[]> {
  const tables = await sql<Table[]>`
    select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced",
      exists (select from pg_attribute where attrelid = c.oid and attname = 'organization_id' and attnotnull) as "hasOrganization",
      exists (select from pg_attribute where attrelid = c.oid and attname = 'client_id') as "hasClient",
      coalesce((select json_agg(json_build_object('name', policyname, 'roles', array_to_string(roles, ','),
        'using', qual, 'check', with_check, 'cmd', cmd, 'kind', permissive) order by policyname)
        from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
  return tables.flatMap((table) => {
    if (!table.hasOrganization) return table.name in tenantless ? [] : [`${table.name}: no organization_id`];
    const wall = wallOf(table);
    const every = { cmd: 'ALL', kind: 'PERMISSIVE' };
    const expected = [
      { name: 'gate', roles: 'calmline_gate', using: 'true', check: null, ...every },
      { name: 'owner', roles: 'calmline_owner', using: 'true', check: 'true', ...every },
      { name: 'wall', roles: 'calmline_app', using: wall, check: wall, ...every },
    ];
    const faults = [
      !table.isEnabled && 'row security is not enabled',
      !table.isForced && 'row security is not forced',
      JSON.stringify(table.policies.map(sorted)) !== JSON.stringify(expected.map(sorted)) &&
        `its policies are ${table.policies.map(({ name }) => name).join(', ') || 'missing'}, or say something else`,
    ];
    return faults.flatMap((words) => (words === false ? [] : [`${table.name}: ${words}`]));
  });
}

const sorted = (record: Record<string, unknown>) =>
  Object.entries(record).toSorted(([a], [b]) => a.localeCompare(b));

async function relationFaults(sql: Sql): Promise<string[]> {
  const rows = await sql<{ fault: string }[]>`
    with tenant as (
      select c.oid, c.relname, a.attnum from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organization_id'
    )
    select relname || ': a view that does not ask as its reader' as fault from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions @> array['security_invoker=true'], false)
    union all
    select relname || ': a materialized view, which no row security covers' from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'm'
    union all
    select i.indexrelid::regclass || ': unique across tenants' from pg_index i join tenant t on t.oid = i.indrelid
    where (i.indisunique or i.indisprimary) and i.indkey[0] <> t.attnum
      and i.indexrelid::regclass::text <> all (${Object.keys(acrossTenants)})
    union all
    select k.conname || ': a foreign key without the tenant' from pg_constraint k join tenant t on t.oid = k.confrelid
    where k.contype = 'f' and not exists (
      select from unnest(k.conkey, k.confkey) as pair (here, there)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
      where pair.there = t.attnum and a.attname = 'organization_id')
    order by 1`;
  return rows.map(({ fault }) => fault);
}

const faultsOf = async (sql: Sql) => [...(await tableFaults(sql)), ...(await relationFaults(sql))];

let base: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  base = await createTestDatabase();
  owner = postgres(base.ownerUrl, { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  await owner.end();
  await base.drop();
});

describe('tables', () => {
  it('have the walls, all of them', async () => {
    expect(await faultsOf(owner)).toEqual([]);
  });

  it('that are left out of the walls, or look across tenants, exist', async () => {
    const [found] = await owner<[{ tables: string[]; indexes: string[] }]>`
      select array(select relname::text from pg_class where relname = any (${Object.keys(tenantless)}) order by 1) as tables,
             array(select relname::text from pg_class where relname = any (${Object.keys(acrossTenants)}) order by 1) as indexes`;
    expect(found.tables).toEqual(Object.keys(tenantless).toSorted());
    expect(found.indexes).toEqual(Object.keys(acrossTenants).toSorted());
  });

  const everything = ['row security is not enabled', 'row security is not forced'];
  const planted: [what: string, ddl: string, faults: string[]][] = [
    [
      'a table that nobody raised walls around',
      'create table letters (organization_id uuid not null, id uuid, primary key (organization_id, id))',
      [...everything, 'its policies are missing, or say something else'].map((words) => `letters: ${words}`),
    ],
    ['a table without a tenant', 'create table letters (id uuid)', ['letters: no organization_id']],
    [
      'a table whose tenant may be missing',
      'create table letters (organization_id uuid, id uuid)',
      ['letters: no organization_id'],
    ],
    [
      'row security turned off',
      'alter table calls disable row level security',
      ['calls: row security is not enabled'],
    ],
    [
      'row security not forced',
      'alter table calls no force row level security',
      ['calls: row security is not forced'],
    ],
    [
      'a lost wall',
      'drop policy wall on notes',
      ['notes: its policies are gate, owner, or say something else'],
    ],
    [
      'a wall that forgets the client',
      `alter policy wall on notes using (organization_id = ${setting('organization_id')})`,
      ['notes: its policies are gate, owner, wall, or say something else'],
    ],
    [
      'a wall that writes do not meet',
      'alter policy wall on notes with check (true)',
      ['notes: its policies are gate, owner, wall, or say something else'],
    ],
    [
      'a door beside the wall',
      'create policy door on notes using (true)',
      ['notes: its policies are door, gate, owner, wall, or say something else'],
    ],
    [
      'a client column that came later',
      'alter table telephony_connections add column client_id uuid',
      ['telephony_connections: its policies are gate, owner, wall, or say something else'],
    ],
    [
      'a view that asks as its owner',
      'create view all_calls as select * from calls',
      ['all_calls: a view that does not ask as its reader'],
    ],
    [
      'a materialized view',
      'create materialized view kept_calls as select 1 as one',
      ['kept_calls: a materialized view, which no row security covers'],
    ],
    [
      'a number that is unique across tenants',
      'create unique index dids_everywhere on dids (number)',
      ['dids_everywhere: unique across tenants'],
    ],
    [
      'a foreign key without the tenant',
      'alter table notes add column session_id uuid constraint notes_session references sessions (id)',
      ['notes_session: a foreign key without the tenant'],
    ],
  ];

  it.each(planted)('are reported: %s', async (_, ddl, faults) => {
    const undo = new Error('undo');
    await expect(
      owner.begin(async (sql) => {
        await sql.unsafe(ddl);
        expect(await faultsOf(sql as unknown as Sql)).toEqual(faults);
        throw undo;
      }),
    ).rejects.toBe(undo);
    expect(await faultsOf(owner)).toEqual([]);
  });

  it('get their walls from raise_walls(), as later migrations call it', async () => {
    await owner.unsafe(`
      create table letters (organization_id uuid not null, id uuid, client_id uuid, primary key (organization_id, id));
      select raise_walls()`);
    expect(await faultsOf(owner)).toEqual([]);
  });
});
