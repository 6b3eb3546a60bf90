import { hasRole, isStaff, type Actor } from '../../kernel/actor';
import { canWriteBriefing } from '../briefings/policy';

/** Taking a sentence back never waits for anybody: whoever may write the briefing may do it. */
export function canWithdrawStatement(actor: Actor, briefing: { clientId: string }): boolean {
  return canWriteBriefing(actor, briefing);
}

/** The walls keep a client's people to their own recalls. */
export function canReadRecalls(actor: Actor): boolean {
  return isStaff(actor) || hasRole(actor, 'author', 'responsible_contact', 'client_admin');
}
