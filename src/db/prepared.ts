import { setImmediate as nextTurn } from 'node:timers/promises';
import type postgres from 'postgres';

/** Statements longer than this are inserts of many rows: seldom the same twice. */
const LONGEST_PREPARED = 6_000;

type Unsafe = postgres.Sql['unsafe'];
type Work = (transaction: postgres.TransactionSql) => Promise<unknown>;

/** A connection went away while a transaction was open. */
class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * The driver as drizzle gets it: every statement is prepared, and a transaction whose connection may have gone sends
 * nothing more. The driver itself would hand its next statement, or its ROLLBACK, to whoever has reconnected, in the
 * middle of somebody else's transaction (docs/decisions/0008-the-driver.md).
 * @param losses how many connections of this pool have closed so far
 */
export function prepared<Client extends postgres.Sql>(client: Client, losses: () => number): Client {
  return new Proxy(
    statementsOf(client, () => undefined),
    {
      get: (target, key) =>
        key === 'begin' ? (work: Work) => begin(client, work, losses) : (Reflect.get(target, key) as unknown),
    },
  );
}

function statementsOf<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
  check: () => void,
): Client {
  const unsafe: Unsafe = (query, parameters, options) => {
    check();
    return client.unsafe(query, parameters, { ...options, prepare: query.length <= LONGEST_PREPARED });
  };
  return new Proxy(client, {
    get: (target, key) => (key === 'unsafe' ? unsafe : (Reflect.get(target, key) as unknown)),
  });
}

async function begin(client: postgres.Sql, work: Work, losses: () => number): Promise<unknown> {
  let isOver = false;
  const outcome = client.begin(async (transaction) => {
    const before = losses();
    const isInDoubt = () => losses() !== before;
    const check = () => {
      if (isInDoubt()) throw new ConnectionLost('A connection to the database was lost.');
    };
    const [settled] = await Promise.allSettled([work(statementsOf(transaction, check))]);
    if (isInDoubt()) {
      // Whose connection was it? The driver gives up the one it belonged to within this turn of the event loop.
      await nextTurn();
      // Ours: it answered the caller already, and must send neither COMMIT nor ROLLBACK. So this never ends.
      if (isOver) return new Promise<never>(() => undefined);
    }
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  });
  try {
    return await outcome;
  } finally {
    isOver = true;
  }
}
