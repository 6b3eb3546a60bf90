import { linkActor } from '../db/gate';
import { acknowledgeEscalation } from '../domain/escalations/acknowledge-escalation';
import { declineEscalation } from '../domain/escalations/decline-escalation';
import { getLinkedEscalations } from '../domain/escalations/link-queries';
import type { AnswerOutcome } from '../domain/escalations/model';
import { getReplyOrigins } from '../domain/notifications/reply-queries';

/** The message that somebody answers. */
export type Answerable = { organizationId: string; clientId: string | null; deliveryId: string };

export type Answered = {
  outcomes: AnswerOutcome[];
  recipientName: string;
  /** The client's. */
  timeZone: string;
  causeId: string;
};

/**
 * "I have it" or "I can't", for a message and all that travelled with it; each escalation in a transaction of its own.
 * @throws DomainError NOT_FOUND when the message is about nothing
 */
export async function answerMessage(
  message: Answerable,
  verdict: 'acknowledge' | 'decline',
  via: 'sms' | 'voice',
): Promise<Answered> {
  const actor = linkActor({ ...message, name: '' });
  const [first] = await getLinkedEscalations(actor);
  const outcomes: AnswerOutcome[] = [];
  for (const origin of await getReplyOrigins(actor)) {
    const { deliveryId, causeId: escalationId, cycle, step, recipientName: name } = origin;
    const own = linkActor({ ...message, deliveryId, name });
    outcomes.push(
      verdict === 'acknowledge'
        ? await acknowledgeEscalation(own, { escalationId, via, cycle })
        : await declineEscalation(own, { escalationId, cycle, step }),
    );
  }
  const { recipientName = '', timeZone = 'UTC', escalation } = first ?? {};
  return { outcomes, recipientName, timeZone, causeId: escalation?.id ?? '' };
}
