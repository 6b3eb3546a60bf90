import { linkActor } from '../db/gate';
import { readClock } from '../db/clock';
import { getLinkedEscalation } from '../domain/escalations/link-queries';
import { env } from '../env';
import { verifyAcknowledgeLink } from '../kernel/acknowledge-link';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import type { Urgency } from '../domain/calls/model';

type Desk = { organizationName: string; operatorPhone: string | null };

export type AcknowledgePage =
  | ({
      kind: 'open';
      clientName: string;
      summary: string;
      urgency: Urgency;
      startedAt: Date;
      recipientName: string;
      timeZone: string;
    } & Desk)
  | ({ kind: 'acknowledged'; clientName: string; byName: string; at: Date; timeZone: string } & Desk)
  | ({ kind: 'declined' | 'closed'; words: string } & Desk)
  | { kind: 'invalid'; words: string };

export type OpenedLink = { kind: 'valid'; actor: Actor } | { kind: 'invalid'; words: string };

/** Who stands behind a link, or why nobody does. Reads only. */
export async function openLink(token: string): Promise<OpenedLink> {
  const verified = await verifyAcknowledgeLink(token, env().AUTH_SECRET, await readClock());
  switch (verified.kind) {
    case 'expired':
      return { kind: 'invalid', words: 'This link has expired. Call the operator, or sign in.' };
    case 'invalid':
      return { kind: 'invalid', words: 'This link is not complete. Open it again from the message.' };
    case 'valid':
      return { kind: 'valid', actor: linkActor({ ...verified.claims, name: '' }) };
  }
}

/**
 * What the page of a link shows. Changes nothing, whoever asks: mail scanners open links too.
 * @param hasDeclined whether this person just said "I can't"
 */
export async function readAcknowledgePage(token: string, hasDeclined = false): Promise<AcknowledgePage> {
  const link = await openLink(token);
  if (link.kind === 'invalid') return link;
  try {
    const { escalation, organization, recipientName, timeZone } = await getLinkedEscalation(link.actor);
    const desk = { organizationName: organization.name, operatorPhone: organization.phone };
    const clientName = escalation.clientName ?? organization.name;
    switch (escalation.state) {
      case 'open':
      case 'unanswered':
        if (hasDeclined) {
          return {
            kind: 'declined',
            words: 'Thank you for saying so. The next person is being told.',
            ...desk,
          };
        }
        return {
          kind: 'open',
          ...desk,
          clientName,
          recipientName,
          timeZone,
          summary: escalation.summary,
          urgency: escalation.urgency,
          startedAt: escalation.startedAt,
        };
      case 'acknowledged':
      case 'resolved':
        if (escalation.acknowledgedAt === null)
          return { kind: 'closed', words: 'This is resolved.', ...desk };
        return {
          kind: 'acknowledged',
          ...desk,
          clientName,
          timeZone,
          byName: escalation.acknowledgedByName ?? 'somebody',
          at: escalation.acknowledgedAt,
        };
      case 'cancelled':
        return { kind: 'closed', words: 'This was called off. There is nothing left to do.', ...desk };
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
    return { kind: 'invalid', words: 'This link leads to nothing. Call the operator, or sign in.' };
  }
}
