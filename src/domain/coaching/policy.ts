import { hasRole, isStaff, type Actor } from '../../kernel/actor';

/** What calls are scored by is no secret from those whose calls are scored. */
export function canReadScorecard(actor: Actor): boolean {
  return isStaff(actor);
}

export function canSetScorecard(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Scores of everybody are for those who coach, never for colleagues or clients. */
export function canReadScores(actor: Actor): boolean {
  return hasRole(actor, 'account_manager', 'admin');
}

/** Which calls are listened into is drawn, or chosen, by those who coach. */
export function canDrawSamples(actor: Actor): boolean {
  return canReadScores(actor);
}

/** A person's judgement of another person's call: never a program's, and never of one's own. */
export function canScoreCall(actor: Actor, call: { answeredById: string | null }): boolean {
  return actor.kind === 'member' && canReadScores(actor) && call.answeredById !== actor.id;
}

/** Whoever scored it may find that it was wrong. */
export function canChangeScore(actor: Actor, score: { operatorId: string; scoredById: string }): boolean {
  return canScoreCall(actor, { answeredById: score.operatorId }) && score.scoredById === actor.id;
}

/** How one's own calls were scored, and what one was told about one's escalations. */
export function canReadOwnCoaching(actor: Actor): boolean {
  return actor.kind === 'member' && isStaff(actor);
}

/** Whoever is coached has the last word. */
export function canAnswerCoaching(actor: Actor, coaching: { operatorId: string | null }): boolean {
  return canReadOwnCoaching(actor) && coaching.operatorId === actor.id;
}
