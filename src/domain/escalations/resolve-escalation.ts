import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { applyResolution } from './apply-resolution';
import type { EscalationCard } from './model';
import { canResolveEscalation } from './policy';
import { loadEscalationCard, lockEscalation } from './queries';

/** The matter is dealt with; nobody is told any more. */
export async function resolveEscalation(actor: Actor, escalationId: string): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    tx.authorize(canResolveEscalation(actor, escalation));
    if (escalation.state === 'cancelled') throw new DomainError('CONFLICT', 'This escalation was cancelled.');
    if (escalation.state === 'resolved') {
      tx.noteUnrecorded();
      return requireFound(await loadEscalationCard(tx, escalationId), 'escalation');
    }
    return applyResolution(tx, escalation, actor.name);
  });
}
