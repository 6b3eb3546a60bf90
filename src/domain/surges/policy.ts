import type { Actor } from '../../kernel/actor';
import { canWriteBriefing } from '../briefings/policy';

/** Only the worker compares calls. */
export function canWatchCalls(actor: Actor): boolean {
  return actor.kind === 'engine';
}

/** Whoever may write the client's briefings may begin one from its callers' words. */
export function canDraftSurge(actor: Actor, surge: { clientId: string }): boolean {
  return canWriteBriefing(actor, surge);
}

export function canDismissSurge(actor: Actor, surge: { clientId: string }): boolean {
  return canWriteBriefing(actor, surge);
}
