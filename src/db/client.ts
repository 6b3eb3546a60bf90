import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepared } from './prepared';

export type Sql = postgres.Sql;

export type Database = {
  readonly url: string;
  readonly sql: Sql;
  readonly drizzle: ReturnType<typeof connectDrizzle>;
};

function connectDrizzle(sql: Sql, losses: () => number) {
  return drizzle(prepared(sql, losses), { casing: 'snake_case' });
}

/**
 * One pool. A statement may take 15 s, a transaction may idle 15 s: nothing waits for ever.
 * @param size connections at the most; more than a few a core only makes them wait for each other
 */
export function openDatabase(url: string, size = 10): Database {
  let losses = 0;
  const sql = postgres(url, {
    max: size,
    // Connections close only by accident, so that each close counts as a loss (see prepared.ts).
    idle_timeout: 0,
    max_lifetime: null,
    onclose: () => {
      losses += 1;
    },
    connect_timeout: 10,
    // After an outage the database is asked again at once, not after the driver's growing pauses.
    backoff: () => 0.5,
    onnotice: () => undefined,
    connection: {
      application_name: 'calmline',
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return { url, sql, drizzle: connectDrizzle(sql, () => losses) };
}

const shared = globalThis as typeof globalThis & { calmlineDatabase?: Database };

/** The pool of this process. On globalThis, because Next.js bundles a copy of this module of its own. */
export function database(): Database {
  if (shared.calmlineDatabase === undefined)
    throw new Error('The database was not opened yet: call useDatabase() first.');
  return shared.calmlineDatabase;
}

export function useDatabase(opened: Database): void {
  shared.calmlineDatabase = opened;
}

export async function closeDatabase(): Promise<void> {
  const opened = shared.calmlineDatabase;
  delete shared.calmlineDatabase;
  await opened?.sql.end({ timeout: 5 });
}
