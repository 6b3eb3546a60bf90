import { eq, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { SettledWording } from './model';
import { canReadUpdates } from './policy';

const MOST_COUNTED = 1_000;

const columns = {
  clientId: clients.clientId,
  name: clients.name,
  timeZone: clients.timeZone,
  approvalRule: clients.approvalRule,
  approved: clients.settledWords,
  proposed: clients.settledWordsProposed,
};

export async function loadClientWords(tx: ReadTx, clientId: string) {
  const [row] = await tx.db
    .select(columns)
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  return row;
}

/** The same, held until the transaction ends: two changes of the words never cross. */
export async function lockClientWords(tx: ReadTx, clientId: string) {
  const [row] = await tx.db
    .select(columns)
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)))
    .for('no key update');
  return row;
}

async function countWaiting(tx: ReadTx, clientId: string): Promise<number> {
  const [row] = await tx.db.execute<{ waiting: number }>(sql`
    select count(*)::integer as waiting from (
      select from caller_updates
      where organization_id = ${tx.actor.organizationId} and client_id = ${clientId} and state = 'needs_words'
      limit ${MOST_COUNTED}
    ) waiting`);
  return row?.waiting ?? 0;
}

export async function loadSettledWording(tx: ReadTx, clientId: string): Promise<SettledWording> {
  const { approvalRule, approved, proposed } = requireFound(await loadClientWords(tx, clientId), 'client');
  return { clientId, approvalRule, approved, proposed, waiting: await countWaiting(tx, clientId) };
}

/** What callers of a client are told in writing when their matter is settled, and how many wait for such words. */
export async function getSettledWording(
  actor: Actor,
  { clientId }: { clientId: string },
): Promise<SettledWording> {
  requireAllowed(canReadUpdates(actor));
  return readTx(actor, (tx) => loadSettledWording(tx, clientId));
}
