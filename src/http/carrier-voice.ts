import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { readClock } from '../db/clock';
import { linkActor } from '../db/gate';
import { getLinkedEscalations, type LinkedEscalation } from '../domain/escalations/link-queries';
import { isCodeMessage, isNoticeMessage } from '../domain/notifications/message-kind';
import { getSpokenMessage } from '../domain/notifications/reply-queries';
import { env } from '../env';
import { DomainError } from '../kernel/errors';
import { answerMessage, type Answerable } from './carrier-answer';
import { alreadyWords, answerWords, CALLED_OFF, STALE } from './carrier-words';
import { spokenCode, spokenEscalations, spokenNotice } from './carrier-speech';

/** What is asked is said three times; then nobody is there, or a machine is. */
const MOST_ROUNDS = 3;
const SECONDS_FOR_A_KEY = 7;
const LANGUAGE = 'en-GB';

/**
 * What a call says, as TwiML, and that it waits for a key. Without a key it is said again, twice; an answering machine
 * presses none, so it acknowledges nothing.
 */
export async function readOut(message: Answerable, token: string, round: number): Promise<string> {
  const actor = linkActor({ ...message, name: '' });
  const spoken = await getSpokenMessage(actor);
  if (isNoticeMessage(spoken)) return farewell(spokenNotice(spoken.message));
  if (isCodeMessage(spoken)) return farewell(spokenCode(spoken.message));
  if (spoken.cause !== 'escalation') throw new DomainError('NOT_FOUND', 'This is nothing for a call.');
  const linked = await getLinkedEscalations(actor);
  const waiting = linked.filter(
    ({ escalation, isStale }) => !isStale && ['open', 'unanswered'].includes(escalation.state),
  );
  if (waiting.length === 0) return farewell(await overWords(linked));
  return ask(spokenEscalations(waiting), token, round);
}

/** Somebody pressed a key: 1 takes it, 2 declines, 9 says it again; any other says it again too, but not for ever. */
export async function answerKey(
  message: Answerable,
  token: string,
  digits: string,
  round: number,
): Promise<string> {
  switch (digits) {
    case '1':
    case '2': {
      const verdict = digits === '1' ? 'acknowledge' : 'decline';
      const answered = await answerMessage(message, verdict, 'voice');
      return farewell(answerWords(answered, await readClock()));
    }
    case '9':
      return readOut(message, token, 1);
    default:
      return readOut(message, token, Math.min(round + 1, MOST_ROUNDS));
  }
}

function ask(words: string, token: string, round: number): string {
  const twiml = new VoiceResponse();
  const gather = twiml.gather({
    input: ['dtmf'],
    numDigits: 1,
    timeout: SECONDS_FOR_A_KEY,
    action: addressOf('keypress', token, round),
    method: 'POST',
  });
  gather.say({ language: LANGUAGE }, words);
  if (round < MOST_ROUNDS) {
    twiml.redirect({ method: 'POST' }, addressOf('voice', token, round + 1));
  } else {
    twiml.say({ language: LANGUAGE }, 'No key was pressed. Goodbye.');
    twiml.hangup();
  }
  return twiml.toString();
}

function addressOf(door: 'voice' | 'keypress', token: string, round: number): string {
  return `${env().PUBLIC_URL}/api/hooks/carrier/${door}?d=${token}&round=${round}`;
}

function farewell(words: string): string {
  const twiml = new VoiceResponse();
  twiml.say({ language: LANGUAGE }, `${words} Goodbye.`);
  twiml.hangup();
  return twiml.toString();
}

/** Why nothing is asked any more. */
async function overWords(linked: LinkedEscalation[]): Promise<string> {
  const [first] = linked;
  if (first === undefined) return CALLED_OFF;
  if (first.escalation.state === 'cancelled') return CALLED_OFF;
  if (first.escalation.state === 'open' || first.escalation.state === 'unanswered') return STALE;
  return alreadyWords(first.escalation, first.timeZone, await readClock());
}
