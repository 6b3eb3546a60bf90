import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import { auditEntries } from './tables';

/**
 * Who did what, in the same transaction as the deed.
 * @param action for example `escalation.acknowledged`
 * @param detail ids and figures only: personal data stays in the rows it belongs to
 */
export async function recordAudit(
  tx: WriteTx,
  action: `${string}.${string}`,
  subject: { id: string; clientId: string | null },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.db.insert(auditEntries).values({
    organizationId: tx.actor.organizationId,
    id: newId(),
    clientId: subject.clientId,
    at: tx.now,
    actorKind: tx.actor.kind,
    actorId: tx.actor.id,
    actorName: tx.actor.name,
    action,
    subjectId: subject.id,
    detail,
  });
  tx.noteAudited();
}
