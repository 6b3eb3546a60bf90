import postgres, { type Sql } from 'postgres';

/** Role names hold for the whole cluster. The owner migrates; the app owns nothing; nobody signs in as the gate. */
export const ownerRole = 'calmline_owner';
export const appRole = 'calmline_app';
const gateRole = 'calmline_gate';

export interface Provisioning {
  /** A superuser, or a role that may create roles and databases. */
  adminUrl: string;
  databaseName: string;
  ownerPassword: string;
  appPassword: string;
}

/**
 * Creates the three roles and the database, or brings them back to this state; safe to repeat. Passwords are
 * set anew each time. Needs PostgreSQL 16, the first that can grant a role without its privileges.
 */
export async function provisionDatabase(wanted: Provisioning): Promise<void> {
  const cluster = connect(wanted.adminUrl);
  try {
    await assertVersion(cluster);
    await cluster`select pg_advisory_lock(hashtext('calmline provisioning'))`;
    await setRole(cluster, ownerRole, wanted.ownerPassword);
    await setRole(cluster, appRole, wanted.appPassword);
    await setRole(cluster, gateRole);
    await cluster.unsafe(`grant ${gateRole} to ${ownerRole} with inherit false, set true`);
    const isSuperuser = await isCurrentSuperuser(cluster);
    if (!isSuperuser) await cluster.unsafe(`grant ${ownerRole} to current_user with inherit true, set true`);
    await createDatabase(cluster, wanted.databaseName);
    await prepareSchema(withDatabase(wanted.adminUrl, wanted.databaseName), wanted.databaseName, isSuperuser);
  } finally {
    await cluster.end();
  }
}

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });

function withDatabase(url: string, databaseName: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(databaseName)}`;
  return changed.href;
}

async function assertVersion(sql: Sql): Promise<void> {
  const [row] = await sql<[{ version: number }]>`
    select current_setting('server_version_num')::int as version`;
  if (row.version < 160_000) throw new Error('Calmline needs PostgreSQL 16 or newer.');
}

async function isCurrentSuperuser(sql: Sql): Promise<boolean> {
  const [row] = await sql<[{ is: boolean }]>`
    select rolsuper as is from pg_roles where rolname = current_user`;
  return row.is;
}

async function setRole(sql: Sql, name: string, password?: string): Promise<void> {
  const [role] = await sql<{ isPrivileged: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as "isPrivileged"
    from pg_roles where rolname = ${name}`;
  if (role?.isPrivileged) throw new Error(`The role ${name} exists with privileges that it must not have.`);
  const login = password === undefined ? 'nologin' : 'login';
  const [statement] = await sql<[{ text: string }]>`
    select format('%s role %I with ${sql.unsafe(login)}', ${role ? 'alter' : 'create'}::text, ${name}::text)
      || coalesce(format(' password %L', ${password ?? null}::text), '') as text`;
  await sql.unsafe(statement.text);
}

async function createDatabase(sql: Sql, name: string): Promise<void> {
  const [database] = await sql<{ owner: string }[]>`
    select pg_get_userbyid(datdba) as owner from pg_database where datname = ${name}`;
  if (!database) await sql`create database ${sql(name)} owner ${sql(ownerRole)}`;
  else if (database.owner !== ownerRole) await sql`alter database ${sql(name)} owner to ${sql(ownerRole)}`;
}

async function prepareSchema(url: string, name: string, isSuperuser: boolean): Promise<void> {
  const sql = connect(url);
  try {
    if (!isSuperuser) await sql.unsafe(`set role ${ownerRole}`);
    await sql`grant connect on database ${sql(name)} to ${sql(ownerRole)}, ${sql(appRole)}`;
    // BullMQ adds jobs in bulk through temporary tables.
    await sql`grant temporary on database ${sql(name)} to ${sql(appRole)}`;
    await sql`revoke create, temporary on database ${sql(name)} from public`;
    await sql.unsafe(`
      alter schema public owner to ${ownerRole};
      revoke create on schema public from public;
      grant usage on schema public to ${appRole};
      create extension if not exists pg_trgm`);
  } finally {
    await sql.end();
  }
}
