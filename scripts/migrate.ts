/**
 * Brings the database up to date: roles and database first when DATABASE_ADMIN_URL is set, then the migrations
 * as the owner. With `--check` it changes nothing and fails when something is missing.
 */
import postgres from 'postgres';
import { migrateDatabase, migrationsAreCurrent } from '../src/db/migrate';
import { appRole, ownerRole, provisionDatabase } from '../src/db/provision';
import { databaseEnvironment } from '../src/env';
import { migrateQueue, queueIsCurrent } from '../workers/migrate-queue';

try {
  await (process.argv.includes('--check') ? check() : migrateAll());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function migrateAll(): Promise<void> {
  const { DATABASE_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL } = databaseEnvironment();
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (DATABASE_ADMIN_URL) {
    await provisionDatabase({
      adminUrl: DATABASE_ADMIN_URL,
      databaseName: decodeURIComponent(new URL(DATABASE_URL).pathname.slice(1)),
      ownerPassword: passwordOf(ownerUrl, ownerRole),
      appPassword: passwordOf(DATABASE_URL, appRole),
    });
  }
  await migrateDatabase(ownerUrl);
  await migrateQueue(ownerUrl);
}

async function check(): Promise<void> {
  const { DATABASE_URL } = databaseEnvironment();
  const sql = postgres(DATABASE_URL, { max: 1 });
  try {
    const isCurrent = (await migrationsAreCurrent(sql)) && (await queueIsCurrent(DATABASE_URL));
    if (!isCurrent)
      throw new Error('The database is older than this release. Run `npm run db:migrate` first.');
  } finally {
    await sql.end();
  }
}

function passwordOf(address: string, role: string): string {
  const { username, password } = new URL(address);
  if (username !== role || !password) {
    throw new Error(`With DATABASE_ADMIN_URL, the address of ${role} must name that role and its password.`);
  }
  return decodeURIComponent(password);
}
