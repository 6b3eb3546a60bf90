import type { Language } from '../briefings/model';
import { wordingKey } from '../briefings/wordings';
import type { CallbackCause } from '../promises/create-callbacks';

type Corrected = {
  recallId: string;
  clientId: string;
  briefingId: string;
  statementId: string;
  /** null: nothing is said instead. */
  correction: string | null;
  reason: string;
  dueAt: Date;
};

/**
 * What a recall asks operators to do: say why, and the corrected statement as it stands in the newest version.
 * @param language the one it stands in there; null: the briefing is over, so the correction goes along with the reason
 */
export function recallCause(recall: Corrected, language: Language | null): CallbackCause {
  const { recallId, clientId, briefingId, statementId, correction, reason, dueAt } = recall;
  return {
    id: recallId,
    reason: 'recall',
    clientId,
    briefingId,
    what: `A statement they were told was wrong: ${reason}${language === null && correction !== null ? ` Say now: “${correction}”` : ''}`,
    wordingKey:
      correction === null || language === null ? null : wordingKey('statements', statementId, language),
    dueAt,
  };
}
