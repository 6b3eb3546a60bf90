import type { IncomingMessage, ServerResponse } from 'node:http';
import { acknowledgeEscalation } from '../domain/escalations/acknowledge-escalation';
import { declineEscalation } from '../domain/escalations/decline-escalation';
import { getLinkedEscalations } from '../domain/escalations/link-queries';
import { markRead } from '../domain/escalations/mark-read';
import type { AnswerOutcome } from '../domain/escalations/model';
import { addReport } from '../domain/followups/add-report';
import { addReportInput } from '../domain/updates/model';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { acknowledgeForm, type Press } from './acknowledge-form';
import { openLink } from './acknowledge-page';
import { sendProblem } from './answers';
import { readBody } from './body';

/** A page shows twenty fields for a report at the most, each of 2,000 characters. */
const MAX_BODY_BYTES = 200_000;

/**
 * `POST /ack/{token}` with `action=acknowledge` or `decline`, or, by whoever has it, `report` or `resolve` with words: a
 * real press, with JavaScript or without. Answers with the page again, which now says how things stand; pressing twice is
 * harmless. `action=read` is what the page itself says once a person has it before them; it answers with nothing.
 *
 * The page's form carries the round that it showed, so that a press there is about the present. A bare post answers the
 * message behind the link: one of an earlier run changes nothing, and the page says so.
 */
export async function answerAcknowledge(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<void> {
  try {
    const press = acknowledgeForm((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
    const link = await openLink(token);
    if (press.action === 'read') {
      if (link.kind === 'valid') await read(link.actor);
      response.writeHead(204, { 'cache-control': 'no-store' }).end();
      return;
    }
    const said = link.kind === 'valid' ? await take(link.actor, press) : '';
    response.writeHead(303, { location: `/ack/${token}${said}`, 'cache-control': 'no-store' });
    response.end();
  } catch (error) {
    sendProblem(response, error);
  }
}

/** One word for the message and all that travelled in it. */
async function read(actor: Actor): Promise<void> {
  const [first] = await getLinkedEscalations(actor);
  if (first !== undefined) await markRead(actor, first.escalation.id);
}

async function take(actor: Actor, press: Exclude<Press, { action: 'read' }>): Promise<string> {
  return press.action === 'report' ? tellReport(actor, press) : act(actor, press);
}

/** Without a word there is nothing to report; what is too long, or came too late, the page says as it stands now. */
async function tellReport(
  opened: Actor,
  { escalationId, words, isResolved }: Extract<Press, { action: 'report' }>,
): Promise<string> {
  const report = addReportInput.safeParse({ escalationId, words, isResolved });
  if (!report.success) return '?nowords';
  const all = await getLinkedEscalations(opened);
  const actor = { ...opened, name: all[0]?.recipientName ?? '' };
  try {
    await addReport(actor, report.data);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') return '';
    throw error;
  }
  return '?reported';
}

/**
 * Answers each escalation that was meant, one after another in a transaction of its own: what was answered stays
 * answered should a later one fail, and a second press takes up the rest.
 * @returns what the page's address says afterwards
 */
async function act(
  opened: Actor,
  press: Extract<Press, { action: 'acknowledge' | 'decline' }>,
): Promise<string> {
  const all = await getLinkedEscalations(opened);
  const actor = { ...opened, name: all[0]?.recipientName ?? '' };
  const meant = all.filter(
    ({ escalation: { id } }) => press.escalationId === null || press.escalationId === id,
  );
  const kinds = new Set<AnswerOutcome['kind']>();
  for (const { escalation } of meant) {
    const escalationId = escalation.id;
    const cycle = press.present.get(escalationId) ?? (all.length === 1 ? press.cycle : null) ?? undefined;
    const outcome =
      press.action === 'acknowledge'
        ? await acknowledgeEscalation(actor, { escalationId, via: 'link', cycle })
        : await declineEscalation(actor, { escalationId, cycle });
    kinds.add(outcome.kind);
  }
  if (kinds.has('declined')) return '?declined';
  return kinds.has('stale') ? '?stale' : '';
}
