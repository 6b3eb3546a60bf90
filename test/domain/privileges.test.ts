// What the roles of PostgreSQL may do, as PostgreSQL itself tells it.
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';

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

describe('the role of the application', () => {
  const may = async (privilege: string) => {
    const rows = await owner<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege('calmline_app', oid, ${privilege}) order by 1`;
    return rows.map(({ name }) => name);
  };

  it('can do nothing but sign in, and belongs to no other role', async () => {
    const [role] = await owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = 'calmline_app'`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolcanlogin: true,
      memberships: 0,
    });
  });

  it('owns nothing and can make nothing where the tables are', async () => {
    const [row] = await owner`
      select (select count(*)::int from pg_class where relnamespace in ('public'::regnamespace, 'gate'::regnamespace)
                and relowner = 'calmline_app'::regrole) as relations,
             (select count(*)::int from pg_proc where proowner = 'calmline_app'::regrole) as functions,
             has_schema_privilege('calmline_app', 'public', 'CREATE') as public,
             has_schema_privilege('calmline_app', 'gate', 'CREATE') as gate,
             has_database_privilege('calmline_app', current_database(), 'CREATE') as database`;
    expect(row).toEqual({ relations: 0, functions: 0, public: false, gate: false, database: false });
  });

  it('deletes only what is no record of anything', async () => {
    expect(await may('DELETE')).toEqual([
      'assignments',
      'call_desks',
      'client_holidays',
      'dids',
      'idempotency_keys',
      'note_drafts',
      'saved_views',
      'send_limits',
      'sign_in_limits',
    ]);
    expect(await may('TRUNCATE')).toEqual([]);
    expect(await may('TRIGGER')).toEqual([]);
  });

  it('never changes what happened, not even one column', async () => {
    const rows = await owner<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not has_any_column_privilege('calmline_app', oid, 'UPDATE') order by 1`;
    expect(rows.map(({ name }) => name)).toEqual([
      'audit_entries',
      'briefing_readings',
      'briefing_versions',
      'call_events',
      'call_vocabulary',
      'clock_offset',
      'engine_audits',
      'escalation_acknowledgements',
      'escalation_events',
      'inbound_messages',
      'incident_pack_files',
      'live_events',
      'notes',
      'organizations',
      'playbook_versions',
      'promise_events',
      'promise_tries',
      'reply_codes',
      'scorecards',
      'statement_withdrawals',
      'told_statements',
      'wording_approvals',
    ]);
  });

  it('cannot read a password back, and makes no organization', async () => {
    const [row] = await owner`
      select has_column_privilege('calmline_app', 'credentials', 'password_hash', 'SELECT') as hash,
             has_table_privilege('calmline_app', 'organizations', 'INSERT') as organization,
             has_table_privilege('calmline_app', 'clock_offset', 'INSERT') as clock`;
    expect(row).toEqual({ hash: false, organization: false, clock: false });
  });
});

describe('the gates', () => {
  it('are few, and each runs as a role of its own along a path that nobody can bend', async () => {
    // Two of them tell the planner which ways it may not take; that changes how fast they are and nothing else.
    const gates = await owner<{ name: string }[]>`
      select p.proname as name, p.prosecdef as definer, p.proowner::regrole::text as owner,
             array(select setting from unnest(p.proconfig) setting where setting !~ '^enable_\\w+=off$') as config,
             has_function_privilege('public', p.oid, 'EXECUTE') as everybody,
             has_function_privilege('calmline_app', p.oid, 'EXECUTE') as app
      from pg_proc p where p.pronamespace = 'gate'::regnamespace order by 1`;
    expect(gates.length).toBeGreaterThan(0);
    for (const gate of gates) {
      expect(gate).toEqual({
        name: gate.name,
        definer: true,
        owner: 'calmline_gate',
        // Named last, temporary tables of the caller cannot stand in for ours.
        config: ['search_path=public, pg_temp'],
        everybody: false,
        app: true,
      });
    }
  });

  it('belong to a role that signs in nowhere and can do no more than they need', async () => {
    const [role] = await owner`
      select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
        has_table_privilege(oid, 'calls', 'SELECT') as reads_calls,
        has_any_column_privilege(oid, 'credentials', 'UPDATE') as sets_passwords
      from pg_roles where rolname = 'calmline_gate'`;
    expect(role).toEqual({
      rolcanlogin: false,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      reads_calls: false,
      sets_passwords: false,
    });
  });

  it('look into no text that somebody wrote but the words of calls, of which they give away nothing but where they stand', async () => {
    const columns = await owner<{ name: string }[]>`
      select relname || '.' || attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and (relname, attname) in (('calls', 'caller_name'), ('calls', 'issue'), ('notes', 'text'), ('messages', 'lines'),
          ('briefing_versions', 'content'), ('note_drafts', 'text'), ('call_words', 'head'), ('call_words', 'log'),
          ('call_vocabulary', 'word'), ('promises', 'what'), ('questions', 'text'))
        and has_column_privilege('calmline_gate', c.oid, a.attnum, 'SELECT') order by 1`;
    // The search asks an index of words, which row security would not let be asked (drizzle/0008_search.sql).
    expect(columns.map(({ name }) => name)).toEqual([
      'call_vocabulary.word',
      'call_words.head',
      'call_words.log',
    ]);
    const [search] = await owner`
      select pg_get_function_result('gate.search_calls'::regproc) as result,
        has_any_column_privilege('calmline_gate', 'call_words', 'UPDATE') as changes`;
    expect(search).toEqual({ result: 'TABLE(call_id uuid, words text[])', changes: false });
  });

  it('are the only functions that run as somebody else', async () => {
    const rows = await owner`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('gate', 'pg_catalog', 'information_schema')`;
    expect(rows).toEqual([]);
  });
});
