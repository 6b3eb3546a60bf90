import { DomainError } from '../../kernel/errors';
import type { AnswerOutcome, EscalationCard } from './model';

export type AnsweredEscalation = EscalationCard & { outcome: AnswerOutcome['kind'] };

/**
 * An answer as screens and programs get it: the card, and besides what the answer did.
 * @throws DomainError CONFLICT for an answer to what was called off
 */
export function answeredEscalation({ kind, escalation }: AnswerOutcome): AnsweredEscalation {
  if (kind === 'cancelled') {
    throw new DomainError('CONFLICT', 'This escalation was cancelled. There is nothing left to do.');
  }
  return { ...escalation, outcome: kind };
}
