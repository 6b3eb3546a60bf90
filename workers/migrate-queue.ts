import { LATEST_SCHEMA_VERSION, assertSchemaCompatibility, runMigrations } from 'bullmq';
import { Client } from 'pg';
import { appRole } from '@/db/provision';

/** The PostgreSQL schema that the queue lives in, when it does not live in Redis. */
const queueSchema = 'bullmq';

/**
 * Brings the queue's schema up to date, as the owner, and lets the app's role work in it. BullMQ makes a
 * sequence at the first job of each queue, hence CREATE; nothing of a tenant lives in this schema but ids.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await runMigrations(client, queueSchema);
    await client.query(`
      grant usage, create on schema ${queueSchema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${queueSchema} to ${appRole};
      grant execute on all functions in schema ${queueSchema} to ${appRole};
      alter default privileges in schema ${queueSchema}
        grant select, insert, update, delete on tables to ${appRole};
      alter default privileges in schema ${queueSchema} grant usage, select, update on sequences to ${appRole};
      alter default privileges in schema ${queueSchema} grant execute on functions to ${appRole};
      -- Those that BullMQ made for a queue belong to the app's role already, and are not the owner's to grant.
      do $$ declare sequence regclass; begin
        for sequence in select oid from pg_class
          where relnamespace = '${queueSchema}'::regnamespace and relkind = 'S' and relowner = current_user::regrole
        loop execute format('grant usage, select, update on sequence %s to ${appRole}', sequence); end loop;
      end $$`);
  });
}

/** Whether the queue's schema is the one this release works with. @throws when the schema is missing or newer */
export async function queueIsCurrent(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    return (await assertSchemaCompatibility(client, queueSchema)) >= LATEST_SCHEMA_VERSION;
  });
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
