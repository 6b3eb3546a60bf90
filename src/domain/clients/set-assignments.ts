import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { appendLiveEvent } from '../live/append-live-event';
import { memberships } from '../tenancy/tables';
import { loadAssignments } from './assignment-queries';
import type { setAssignmentsInput } from './model';
import { canAssignClients } from './policy';
import { assignments, clients } from './tables';

/**
 * Says for which clients somebody of the staff takes calls; none means all. It puts the whole list in place of the old
 * one, so that a retry changes nothing.
 * @throws DomainError NOT_FOUND for a client, or a person of the staff, that the answering service does not have
 */
export async function setAssignments(
  actor: Actor,
  { memberId, clientIds }: z.output<typeof setAssignmentsInput>,
): Promise<{ memberId: string; clientIds: string[] }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canAssignClients(actor));
    // Locked, so that of two lists that are set at once one holds as a whole.
    const [member] = await tx.db
      .select({ id: memberships.id, clientId: memberships.clientId })
      .from(memberships)
      .where(within(tx, memberships, and(eq(memberships.id, memberId), isNull(memberships.clientId))))
      .for('no key update');
    const found = requireFound(member, 'member');
    const wanted = [...new Set(clientIds)].sort();
    await requireClients(tx, wanted);
    const before = await loadAssignments(tx, memberId);
    const added = wanted.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !wanted.includes(id));
    if (added.length === 0 && removed.length === 0) {
      tx.noteUnrecorded();
      return { memberId, clientIds: wanted };
    }
    if (removed.length > 0) {
      const isRemoved = inArray(assignments.clientId, removed);
      await tx.db
        .delete(assignments)
        .where(within(tx, assignments, eq(assignments.membershipId, memberId), isRemoved));
    }
    if (added.length > 0) {
      const { organizationId } = actor;
      const rows = added.map((clientId) => ({
        organizationId,
        membershipId: memberId,
        clientId,
        assignedAt: tx.now,
      }));
      await tx.db.insert(assignments).values(rows);
    }
    await recordAudit(tx, 'assignments.set', found, { added, removed });
    await appendLiveEvent(tx, 'assignments.changed', null, { memberId, clientIds: wanted });
    return { memberId, clientIds: wanted };
  });
}

async function requireClients(tx: ReadTx, clientIds: readonly string[]): Promise<void> {
  if (clientIds.length === 0) return;
  const rows = await tx.db
    .select({ id: clients.clientId })
    .from(clients)
    .where(within(tx, clients, inArray(clients.clientId, [...clientIds])));
  requireFound(rows.length === clientIds.length ? rows : undefined, 'client');
}
