/** Vitest global setup: one throwaway PostgreSQL for the whole run, with a migrated template to copy. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { migrateDatabase } from '../../src/db/migrate';
import { appRole, ownerRole, provisionDatabase } from '../../src/db/provision';
import { migrateQueue } from '../../workers/migrate-queue';
import { signedInAs } from './addresses';

export interface TestCluster {
  adminUrl: string;
  /** Sign in to the database `postgres`; each test database has the same roles. */
  ownerUrl: string;
  appUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

export const templateName = 'calmline_template';

/** Each vitest project loads its own copy of this module; they share one cluster, and the last one stops it. */
const shared = globalThis as typeof globalThis & {
  calmlineTestCluster?: { users: number; running: ReturnType<typeof startCluster> };
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = (shared.calmlineTestCluster ??= { users: 0, running: startCluster() });
  cluster.users += 1;
  const running = await cluster.running;
  project.provide('cluster', running.addresses);
  return async () => {
    cluster.users -= 1;
    if (cluster.users > 0) return;
    delete shared.calmlineTestCluster;
    await running.stop();
  };
}

async function startCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'calmline-test-'));
  await chmod(folder, 0o711);
  const password = randomBytes(12).toString('hex');
  const settings = { max_connections: 600 };
  const server = await startEmbeddedPostgres({ folder, password, settings, isDurable: false });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  try {
    const addresses = {
      adminUrl: server.adminUrl,
      ownerUrl: signedInAs(server.adminUrl, ownerRole, password),
      appUrl: signedInAs(server.adminUrl, appRole, password),
    };
    await buildTemplate(addresses, password);
    return { addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function buildTemplate({ adminUrl, ownerUrl }: TestCluster, password: string): Promise<void> {
  await provisionDatabase({
    adminUrl,
    databaseName: templateName,
    ownerPassword: password,
    appPassword: password,
  });
  const templateUrl = signedInAs(ownerUrl, ownerRole, password, templateName);
  await migrateDatabase(templateUrl);
  await migrateQueue(templateUrl);
  const admin = postgres(adminUrl, { max: 1 });
  await admin`alter database ${admin(templateName)} with is_template true allow_connections false`;
  await admin.end();
}
