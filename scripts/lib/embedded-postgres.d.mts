export interface EmbeddedPostgresOptions {
  /** Holds the cluster (`postgres/`), its log and its port. It must exist. */
  folder: string;
  /** Of the superuser `postgres`; set when the cluster is made, so it must stay the same afterwards. */
  password: string;
  /** Server settings by name, stronger than the defaults. */
  settings?: Record<string, string | number>;
  /** False for tests: a crash of the machine may lose everything, writing is much faster. Default true. */
  isDurable?: boolean;
}

export interface EmbeddedPostgres {
  /** As superuser, database `postgres`, on the loopback address. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Resolves with the reason when the server ends for whatever cause. */
  exited: Promise<string>;
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a folder, making it on the first start, and resolves when it takes connections.
 * As root it runs as `postgres` or `nobody`. Rejects with a Refusal whose message is meant for people.
 */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>;
