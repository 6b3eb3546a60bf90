import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceEscalation } from './announce-escalation';
import { answerFate } from './answer-fate';
import { loadAnswerer } from './answer-queries';
import { applyAcknowledgement } from './apply-acknowledgement';
import type { EscalationCard, PatchKind, PatchOutcome, recordPatchInput } from './model';
import { canRecordAnswer } from './policy';
import { lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

const kindWords: Record<PatchKind, string> = {
  warm: 'announced first (warm)',
  cold: 'without a word before (cold)',
};

const outcomeWords: Record<PatchOutcome, string> = {
  connected: 'connected',
  no_answer: 'no answer',
  busy: 'the line was busy',
  voicemail: 'only the voicemail answered',
  refused: 'refused to take it',
  wrong_number: 'it was a wrong number',
};

/**
 * An operator tried to put the caller through, or rang the contact. It is on record with its outcome whatever became of
 * the escalation meanwhile; taken over by the contact, it is acknowledged in the same write.
 * @throws DomainError INVALID when somebody who was not reached is said to have taken it
 */
export async function recordPatch(
  actor: Actor,
  { escalationId, contactId, kind, outcome, isTaken, note }: z.output<typeof recordPatchInput>,
): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canRecordAnswer(actor));
    if (isTaken && outcome !== 'connected') {
      throw new DomainError('INVALID', 'Nobody was reached who could take it.', [
        { field: 'isTaken', words: 'Only somebody who was reached can take it.' },
      ]);
    }
    const answerer = await loadAnswerer(tx, escalation, undefined, contactId);
    const rest = note === '' ? '' : `. ${note}`;
    const words = `Put through to ${answerer.name}, ${kindWords[kind]}: ${outcomeWords[outcome]}${rest}`;
    await recordTimeline(tx, escalation, 'patched', words);
    await recordAudit(tx, 'escalation.patched', escalation, { contactId, kind, outcome, isTaken });
    if (isTaken && answerFate(escalation, undefined) === 'counts') {
      return (await applyAcknowledgement(tx, escalation, answerer, 'patched')).escalation;
    }
    return announceEscalation(tx, escalationId);
  });
}
