import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { TimelineType } from './model';
import { escalationEvents } from './tables';

/** One line of an escalation's timeline, inside the write that it tells of. */
export async function recordTimeline(
  tx: WriteTx,
  escalation: { id: string; clientId: string | null },
  type: TimelineType,
  words: string,
): Promise<void> {
  await tx.db.insert(escalationEvents).values({
    organizationId: tx.actor.organizationId,
    id: newId(),
    clientId: escalation.clientId,
    escalationId: escalation.id,
    at: tx.now,
    type,
    words,
    byName: tx.actor.kind === 'engine' ? null : tx.actor.name,
  });
}
