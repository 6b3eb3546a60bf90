import { acknowledgeEscalation } from '../domain/escalations/acknowledge-escalation';
import { addReply } from '../domain/escalations/add-reply';
import { declineEscalation } from '../domain/escalations/decline-escalation';
import { findMailedDelivery } from '../domain/escalations/mail-queries';
import type { AnswerOutcome } from '../domain/escalations/model';
import { readMailReply } from '../domain/notifications/mail-reply';
import type { Actor } from '../kernel/actor';
import type { ReceivedMail } from './received-mail';

/**
 * What an answer was taken for. `note`: words for people; `automatic`: no person wrote it; `empty`: it says nothing;
 * `ignored`: it is for nobody here, or one too many.
 */
export type MailOutcome = AnswerOutcome['kind'] | 'note' | 'automatic' | 'empty' | 'ignored';

/** Somebody whose program answers every answer must not fill a timeline. Answers that act always count. */
const MOST_NOTES = 200;

/** Of the outcomes of one answer to several escalations, the one that says most. */
const ranked: AnswerOutcome['kind'][] = [
  'acknowledged',
  'partly_acknowledged',
  'declined',
  'stale',
  'already',
  'resolved',
  'cancelled',
];

/**
 * An answer to one of our mails acts like its link: it acknowledges or declines all that the mail told of, each in a
 * transaction of its own, or it is a note. The same mail a second time changes nothing. No mail is ever sent back.
 */
export async function takeMail(link: Actor, mail: ReceivedMail): Promise<MailOutcome> {
  const about = await findMailedDelivery(link, mail.id);
  if (about === undefined) return 'ignored';
  if (about.earlierOutcome !== null) return about.earlierOutcome as MailOutcome;
  const actor = { ...link, name: about.recipientName };
  const reply = readMailReply(mail.text);
  const kind = mail.isAutomatic ? 'automatic' : reply.kind;
  const isDeed = kind === 'acknowledge' || kind === 'decline';
  if (!isDeed && about.answerCount >= MOST_NOTES) return 'ignored';

  const outcome = isDeed ? await answerAll(actor, about.escalationIds, kind) : kind;
  const isFromElsewhere = mail.from.toLowerCase() !== about.address.toLowerCase();
  await addReply(actor, {
    providerId: mail.id,
    fromAddress: mail.from,
    text: reply.words,
    outcome,
    words: timelineWords(outcome, reply.words, isFromElsewhere ? mail.from : null),
  });
  return outcome;
}

async function answerAll(
  actor: Actor,
  escalationIds: string[],
  kind: 'acknowledge' | 'decline',
): Promise<AnswerOutcome['kind']> {
  const kinds = new Set<AnswerOutcome['kind']>();
  for (const escalationId of escalationIds) {
    const answered =
      kind === 'acknowledge'
        ? await acknowledgeEscalation(actor, { escalationId, via: 'email' })
        : await declineEscalation(actor, { escalationId });
    kinds.add(answered.kind);
  }
  return ranked.find((one) => kinds.has(one)) ?? 'stale';
}

/** @returns null where the timeline says enough already */
function timelineWords(outcome: MailOutcome, words: string, otherFrom: string | null): string | null {
  const from = otherFrom === null ? '' : `, from ${otherFrom === '' ? 'an unnamed address' : otherFrom}`;
  if (outcome === 'automatic') {
    return `An automatic reply came by e-mail${from}. It counts as no answer.${words === '' ? '' : ` ${words.slice(0, 300)}`}`;
  }
  if (outcome === 'stale') {
    const answered = `Answered an earlier message by e-mail${from}, which no longer counts: since then everybody is told anew.`;
    return words === '' ? answered : `${answered} ${words}`;
  }
  if (words !== '') return `By e-mail${from}: ${words}`;
  return otherFrom === null || outcome === 'empty' ? null : `The answer came by e-mail${from}`;
}
