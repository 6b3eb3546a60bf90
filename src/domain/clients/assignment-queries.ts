import { eq, sql } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { memberships } from '../tenancy/tables';
import { canAssignClients } from './policy';
import { assignments, clients } from './tables';

/**
 * The clients that one operator takes calls for, by name; none: all. At most 2,000.
 * @throws DomainError NOT_FOUND for a person the answering service does not have
 */
export async function listAssignments(
  actor: Actor,
  memberId: string,
): Promise<{ clientId: string; clientName: string }[]> {
  requireAllowed(canAssignClients(actor));
  return readTx(actor, async (tx) => {
    const [member] = await tx.db
      .select({ id: memberships.id })
      .from(memberships)
      .where(within(tx, memberships, eq(memberships.id, memberId)));
    requireFound(member, 'member');
    return tx.db
      .select({ clientId: assignments.clientId, clientName: clients.name })
      .from(assignments)
      .innerJoin(
        clients,
        sql`${clients.organizationId} = ${assignments.organizationId} and ${clients.clientId} = ${assignments.clientId}`,
      )
      .where(within(tx, assignments, eq(assignments.membershipId, memberId)))
      .orderBy(clients.name, clients.clientId)
      .limit(2_000);
  });
}

/** The clients the actor takes calls for; none: all. */
export async function loadOwnClients(tx: ReadTx): Promise<string[]> {
  return loadAssignments(tx, tx.actor.id);
}

export async function loadAssignments(tx: ReadTx, memberId: string): Promise<string[]> {
  const rows = await tx.db
    .select({ clientId: assignments.clientId })
    .from(assignments)
    .where(within(tx, assignments, eq(assignments.membershipId, memberId)))
    .orderBy(assignments.clientId)
    .limit(2_000);
  return rows.map(({ clientId }) => clientId);
}
