import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { closeDatabase, openDatabase, useDatabase } from '../../src/db/client';
import { migrateDatabase } from '../../src/db/migrate';
import { appRole, ownerRole, provisionDatabase } from '../../src/db/provision';
import { startEmbeddedPostgres } from '../lib/embedded-postgres.mjs';

/** Runs `work` on a migrated database of its own, as the product's role with the product's settings; takes it away after. */
export async function onOwnDatabase<Result>(
  work: (ownerSql: Sql, ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'calmline-bench-'));
  await chmod(folder, 0o711);
  const password = randomBytes(12).toString('hex');
  const server = await startEmbeddedPostgres({ folder, password });
  try {
    const signedInAs = (username: string) =>
      Object.assign(new URL(server.adminUrl), { username, pathname: '/calmline' }).href;
    await provisionDatabase({
      adminUrl: server.adminUrl,
      databaseName: 'calmline',
      ownerPassword: password,
      appPassword: password,
    });
    await migrateDatabase(signedInAs(ownerRole));
    const ownerSql = postgres(signedInAs(ownerRole), { max: 1, onnotice: () => undefined });
    useDatabase(openDatabase(signedInAs(appRole)));
    try {
      return await work(ownerSql, signedInAs(ownerRole));
    } finally {
      await ownerSql.end();
      await closeDatabase();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
