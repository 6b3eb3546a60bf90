import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { migrateDatabase } from '../../src/db/migrate';
import { appRole, ownerRole, provisionDatabase } from '../../src/db/provision';
import { migrateQueue } from '../../workers/migrate-queue';
import { inDatabase, signedInAs } from './addresses';
import type { TestDatabase } from './database';

export type OwnCluster = {
  database: TestDatabase;
  /** `kill -9` to the server. */
  kill(): Promise<void>;
  /** Up again, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** A PostgreSQL that a test may kill; durable, as in production, with one migrated database. */
export async function startOwnCluster(): Promise<OwnCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'calmline-own-'));
  await chmod(folder, 0o711);
  const password = randomBytes(12).toString('hex');
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ folder, password });
  const { adminUrl } = server;
  const name = 'crash_test';
  const passwords = { ownerPassword: password, appPassword: password };
  await provisionDatabase({ adminUrl, databaseName: name, ...passwords });
  const ownerUrl = signedInAs(adminUrl, ownerRole, password, name);
  await migrateDatabase(ownerUrl);
  await migrateQueue(ownerUrl);
  return {
    database: {
      ownerUrl,
      appUrl: signedInAs(adminUrl, appRole, password, name),
      adminUrl: inDatabase(adminUrl, name),
      drop: () => Promise.resolve(),
    },
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    async restart() {
      server = await startEmbeddedPostgres({ folder, password });
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
