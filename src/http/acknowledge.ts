import type { IncomingMessage, ServerResponse } from 'node:http';
import { acknowledgeEscalation } from '../domain/escalations/acknowledge-escalation';
import { declineEscalation } from '../domain/escalations/decline-escalation';
import { getLinkedEscalation } from '../domain/escalations/link-queries';
import { DomainError } from '../kernel/errors';
import { openLink } from './acknowledge-page';
import { sendProblem } from './answers';
import { readBody } from './body';

const MAX_BODY_BYTES = 4_000;

/**
 * `POST /ack/{token}` with `action=acknowledge` or `decline`: a real press, with JavaScript or without. Answers with
 * the page again, which now says how things stand; pressing twice is harmless.
 */
export async function answerAcknowledge(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<void> {
  try {
    const form = new URLSearchParams((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
    const action = form.get('action');
    if (action !== 'acknowledge' && action !== 'decline') {
      throw new DomainError('INVALID', 'Press one of the buttons.');
    }
    const answer = await act(token, action);
    response.writeHead(303, { location: `/ack/${token}${answer}`, 'cache-control': 'no-store' });
    response.end();
  } catch (error) {
    sendProblem(response, error);
  }
}

/** @returns what the page's address says afterwards */
async function act(token: string, action: 'acknowledge' | 'decline'): Promise<string> {
  const link = await openLink(token);
  if (link.kind === 'invalid') return '';
  const { escalation, recipientName } = await getLinkedEscalation(link.actor);
  const actor = { ...link.actor, name: recipientName };
  try {
    if (action === 'decline') {
      await declineEscalation(actor, escalation.id);
      return '?declined';
    }
    await acknowledgeEscalation(actor, escalation.id, 'link');
    return '';
  } catch (error) {
    // Cancelled, or taken by somebody else meanwhile: the page says so.
    if (error instanceof DomainError && error.code === 'CONFLICT') return '';
    throw error;
  }
}
