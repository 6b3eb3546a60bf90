import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceEscalation } from './announce-escalation';
import { beginNextStep } from './begin-next-step';
import type { EscalationCard } from './model';
import { canAcknowledgeEscalation } from './policy';
import { isLinkAbout, lockEscalation } from './queries';
import { recordTimeline } from './record-timeline';

/** "I can't": the next step begins at once instead of after its delay. */
export async function declineEscalation(actor: Actor, escalationId: string): Promise<EscalationCard> {
  return writeTx(actor, async (tx) => {
    const escalation = requireFound(await lockEscalation(tx, escalationId), 'escalation');
    const isAboutThis = await isLinkAbout(tx, escalationId);
    tx.authorize(canAcknowledgeEscalation(actor, escalation, { isAboutThis }));
    if (escalation.state !== 'open') {
      throw new DomainError('CONFLICT', 'This escalation is no longer waiting for anybody.');
    }
    await recordTimeline(tx, escalation, 'declined', `${actor.name} cannot take it`);
    await recordAudit(tx, 'escalation.declined', escalation);
    await beginNextStep(tx, escalation);
    return announceEscalation(tx, escalationId);
  });
}
