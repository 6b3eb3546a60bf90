import { readClock } from '../db/clock';
import { linkActor } from '../db/gate';
import { getLinkedEscalations } from '../domain/escalations/link-queries';
import { env } from '../env';
import { verifyAcknowledgeLink } from '../kernel/acknowledge-link';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { acknowledgeView, type AcknowledgeView } from './acknowledge-view';

export type AcknowledgePage = AcknowledgeView | { kind: 'invalid'; words: string };

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
    const view = acknowledgeView(await getLinkedEscalations(link.actor), hasDeclined);
    if (view !== null) return view;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
  }
  return { kind: 'invalid', words: 'This link leads to nothing. Call the operator, or sign in.' };
}
