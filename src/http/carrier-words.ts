import type { AnswerOutcome, EscalationCard } from '../domain/escalations/model';
import { localMoments } from '../kernel/local-time';
import type { Answered } from './carrier-answer';

/** What somebody is told who answered by text message or by a key, in a sentence or two. */
export function answerWords({ outcomes, recipientName, timeZone }: Answered, now: Date): string {
  const [only, ...others] = outcomes;
  if (only === undefined) return 'That message is about nothing any more.';
  if (others.length === 0) return wordsOf(only, recipientName, timeZone, now);
  const taken = outcomes.filter(({ kind }) => kind === 'acknowledged' || kind === 'partly_acknowledged');
  if (taken.length === outcomes.length) return `Thank you, ${recipientName}. You have all ${taken.length}.`;
  if (taken.length > 0) {
    return `Thank you, ${recipientName}. You have ${taken.length} of ${outcomes.length}; the others were taken care of before.`;
  }
  const declined = outcomes.find(({ kind }) => kind === 'declined');
  return wordsOf(declined ?? only, recipientName, timeZone, now);
}

function wordsOf({ kind, escalation }: AnswerOutcome, name: string, timeZone: string, now: Date): string {
  switch (kind) {
    case 'acknowledged':
      return `Thank you, ${name}. You have it, and nobody else is told.`;
    case 'partly_acknowledged':
      return `Thank you, ${name}. The others are still asked: everybody is needed.`;
    case 'declined':
      return escalation.state === 'unanswered' ? NOBODY_LEFT : NEXT_IS_TOLD;
    case 'already':
      return alreadyWords(escalation, timeZone, now);
    case 'resolved':
      return RESOLVED;
    case 'cancelled':
      return CALLED_OFF;
    case 'stale':
      return `${STALE} Please answer the newest message.`;
  }
}

const NEXT_IS_TOLD = 'Thank you for saying so. The next person is being told.';
const NOBODY_LEFT = 'Thank you for saying so. You were the last one to ask; the account managers know.';
const RESOLVED = 'That is resolved. There is nothing left to do.';
export const CALLED_OFF = 'That was called off. There is nothing left to do.';
export const STALE = 'That message is from an earlier round, and it has begun again since.';

/** "Already acknowledged by Eva Schulz at 14:03. Thank you.", on the client's clock. */
export function alreadyWords(
  { state, acknowledgedAt, acknowledgedByName }: EscalationCard,
  timeZone: string,
  now: Date,
): string {
  if (acknowledgedAt === null) return state === 'resolved' ? RESOLVED : 'That is taken care of. Thank you.';
  const moment = localMoments(timeZone, now)(acknowledgedAt);
  const when = /^\d/.test(moment) && !moment.includes(',') ? `at ${moment}` : `on ${moment}`;
  return `Already acknowledged by ${acknowledgedByName ?? 'somebody'} ${when}. Thank you.`;
}
