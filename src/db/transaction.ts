import { sql } from 'drizzle-orm';
import type { Actor } from '../kernel/actor';
import { DomainError, requireRow } from '../kernel/errors';
import { database, type Database } from './client';

type Drizzle = Parameters<Parameters<Database['drizzle']['transaction']>[0]>[0];

export type ReadTx = { readonly db: Drizzle; readonly actor: Actor };

/** A write in the making. It commits only if a policy was asked and something was put on record. */
export type WriteTx = ReadTx & {
  /** The transaction's instant, from the database's clock. */
  readonly now: Date;
  /** Puts a policy's answer on record; `false` ends the write as FORBIDDEN. */
  authorize(isAllowed: boolean, words?: string): void;
  /** Called by recordAudit alone. */
  noteAudited(): void;
  /** For a repeated request whose effect is on record already, and for drafts, which are not yet a deed. */
  noteUnrecorded(): void;
};

/** First statement of every transaction: the tenant, and for reads the promise not to write. */
async function enter(db: Drizzle, actor: Actor, isReadOnly: boolean): Promise<void> {
  await db.execute(sql`
    select set_config('app.organization_id', ${actor.organizationId}, true),
           set_config('app.client_id', ${actor.clientId ?? ''}, true),
           set_config('transaction_read_only', ${isReadOnly ? 'on' : 'off'}, true)`);
}

/** The transaction's instant. (As a number: drizzle leaves the driver's own reading of instants aside.) */
async function readInstant(db: Drizzle): Promise<Date> {
  const rows = await db.execute<{ at: number }>(
    sql`select floor(extract(epoch from app_now()) * 1000)::double precision as at`,
  );
  return new Date(requireRow(rows[0]).at);
}

/**
 * Reads inside the actor's tenant, in one READ ONLY transaction. The tenant's statement and the first question travel
 * together; `clock` asks for the transaction's instant, which few reads need.
 */
export async function readTx<Result>(
  actor: Actor,
  read: (tx: ReadTx, clock: () => Promise<Date>) => Promise<Result>,
): Promise<Result> {
  return database().drizzle.transaction(async (db) => {
    const entered = enter(db, actor, true);
    const [result] = await Promise.all([read({ db, actor }, () => readInstant(db)), entered]);
    return result;
  });
}

/**
 * Writes inside the actor's tenant. The fact and its consequences (timeline, audit, outbox, live events) commit together.
 * @throws DomainError INTERNAL when the write made no policy decision or left no audit row: nothing is committed
 */
export async function writeTx<Result>(
  actor: Actor,
  write: (tx: WriteTx) => Promise<Result>,
): Promise<Result> {
  return database().drizzle.transaction(async (db) => {
    const [now] = await Promise.all([readInstant(db), enter(db, actor, false)]);
    let hasDecision = false;
    let isRecorded = false;
    const result = await write({
      db,
      actor,
      now,
      authorize(isAllowed, words = 'You may not do this.') {
        if (!isAllowed) throw new DomainError('FORBIDDEN', words);
        hasDecision = true;
      },
      noteAudited() {
        isRecorded = true;
      },
      noteUnrecorded() {
        isRecorded = true;
      },
    });
    if (!hasDecision) throw new DomainError('INTERNAL', 'A write asked no policy.');
    if (!isRecorded) throw new DomainError('INTERNAL', 'A write left no audit row.');
    return result;
  });
}
