import type { WriteTx } from '../../db/transaction';
import { loadToldPeople, loadWholeAcknowledgement } from './answer-queries';
import { beginNextStep } from './begin-next-step';
import { completeAcknowledgement } from './complete-acknowledgement';
import type { escalations } from './tables';

/**
 * After a message failed for good, inside the write that says so: when nothing of a locked escalation's present step may
 * reach anybody any more, the next step begins at once. Where everybody had to acknowledge and all who could be reached
 * have, it is acknowledged.
 */
export async function moveOnIfHopeless(
  tx: WriteTx,
  escalation: typeof escalations.$inferSelect,
): Promise<void> {
  if (escalation.state !== 'open') return;
  const told = await loadToldPeople(tx, escalation);
  if (told.length === 0) return;
  if (escalation.policy.steps[escalation.step - 1]?.isEveryoneNeeded === true) {
    const whole = await loadWholeAcknowledgement(tx, escalation);
    if (whole !== null) {
      await completeAcknowledgement(tx, escalation, whole);
      return;
    }
  }
  if (told.some(({ isReachable }) => isReachable)) return;
  await beginNextStep(tx, escalation, { isStepLost: true });
}
