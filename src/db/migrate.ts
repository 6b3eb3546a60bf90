import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { appRole } from './provision';

interface Journal {
  entries: { when: number }[];
}

const migrationsFolder = join(process.cwd(), 'drizzle');

/** Applies what is missing from `drizzle/`, as the owner. Starters that arrive together wait for each other. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(hashtext('calmline migrations'))`;
    await migrate(drizzle(sql), { migrationsFolder });
    await sql.unsafe(`
      grant usage on schema drizzle to ${appRole};
      grant select on drizzle.__drizzle_migrations to ${appRole}`);
  } finally {
    await sql.end();
  }
}

/** Whether the database has the newest migration of this release; a newer database counts as current. */
export async function migrationsAreCurrent(sql: Sql): Promise<boolean> {
  const [ledger] = await sql<[{ exists: boolean }]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!ledger.exists) return false;
  const [newest] = await sql<[{ at: string | null }]>`
    select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return Number(newest.at ?? -Infinity) >= newestMigrationAt();
}

let newestAt: number | undefined;

function newestMigrationAt(): number {
  newestAt ??= Math.max(...readJournal().entries.map((entry) => entry.when));
  return newestAt;
}

function readJournal(): Journal {
  return JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as Journal;
}
