import type { Actor } from '../../kernel/actor';
import { canWriteBriefing } from '../briefings/policy';

/** An answer becomes part of the briefing: whoever may write it may answer, sort and put aside its questions. */
export function canAnswerQuestion(actor: Actor, question: { clientId: string }): boolean {
  return canWriteBriefing(actor, question);
}
