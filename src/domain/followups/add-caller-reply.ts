import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceEscalation } from '../escalations/announce-escalation';
import { lockEscalation } from '../escalations/queries';
import { recordTimeline } from '../escalations/record-timeline';
import { canTellCallers } from '../updates/policy';
import { loadUpdate } from '../updates/update-queries';

const MOST_CHARACTERS = 1_000;

/**
 * A caller answered the message that told them: for people to read, in the timeline of what it is about. It acknowledges
 * nothing, whatever it says.
 */
export async function addCallerReply(
  actor: Actor,
  { updateId, text }: { updateId: string; text: string },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canTellCallers(actor));
    const update = requireFound(await loadUpdate(tx, updateId), 'caller update');
    await recordAudit(tx, 'callerUpdate.replied', update, { length: text.length });
    const escalation =
      update.escalationId === null ? undefined : await lockEscalation(tx, update.escalationId);
    if (escalation === undefined) return;
    const said = text.trim().slice(0, MOST_CHARACTERS);
    await recordTimeline(tx, escalation, 'replied', `The caller answered by SMS: “${said}”`);
    await announceEscalation(tx, escalation.id);
  });
}
