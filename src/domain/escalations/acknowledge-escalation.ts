import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { answerFate } from './answer-fate';
import { loadAnsweredMessage, loadAnswerer } from './answer-queries';
import { applyAcknowledgement } from './apply-acknowledgement';
import type { AcknowledgementChannel, AnswerOutcome } from './model';
import { canAcknowledgeEscalation, canRecordAnswer } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';

/**
 * `via`: how the person said so. `contactId`: who said so, where staff record it. `cycle`: of the message that is
 * answered, unless the actor is the link that came with it; a page that showed the present passes the present one.
 */
export type Acknowledgement = {
  escalationId: string;
  via: AcknowledgementChannel;
  contactId?: string | undefined;
  cycle?: number | undefined;
};

/**
 * Somebody has it. Everything not yet sent is cancelled in the same transaction. Late, double and stale answers change
 * nothing; the outcome's card tells who was first, and when.
 */
export async function acknowledgeEscalation(
  actor: Actor,
  { escalationId, via, contactId, cycle }: Acknowledgement,
): Promise<AnswerOutcome> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const message = await loadAnsweredMessage(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis: message !== undefined }));
    const isRecorded = contactId !== undefined || via === 'patched' || via === 'spoken';
    if (isRecorded) tx.authorize(canRecordAnswer(actor));
    const answerer = await loadAnswerer(tx, escalation, message, contactId);
    const fate = answerFate(escalation, cycle ?? message?.cycle);
    if (fate === 'counts') return applyAcknowledgement(tx, escalation, answerer, via);
    tx.noteUnrecorded();
    return {
      kind: fate,
      escalation: requireFound(await loadEscalationCard(tx, escalationId), 'escalation'),
    };
  });
}
