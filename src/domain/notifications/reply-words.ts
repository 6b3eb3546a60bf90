/**
 * What somebody means who answers a text message. `code`: the number they name; null: none.
 * `acknowledge`: "I have it". `decline`: "I can't". `stop`, `start`: no more text messages, or again. `help`: how this
 * works. `unclear`: anything else, which changes nothing; its `code` only helps to ask back.
 */
export type ReplyWords = {
  kind: 'acknowledge' | 'decline' | 'stop' | 'start' | 'help' | 'unclear';
  code: number | null;
};

const YES = [
  'a',
  'ack',
  'acknowledge',
  'acknowledged',
  'acked',
  'y',
  'yes',
  'ok',
  'okay',
  'accept',
  'take',
  'taken',
];
const NO = [
  'n',
  'no',
  'nack',
  'decline',
  'declined',
  'cannot',
  'cant',
  'can not',
  'i cannot',
  'i cant',
  'pass',
];

/** The words that carriers themselves act upon, in whatever language the rest is (Twilio's defaults). */
const STOP = [
  'stop',
  'stopall',
  'stop all',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
  'opt out',
];
const START = ['start', 'unstop', 'resume'];
const HELP = ['help', 'info', '?'];

/** Codes are small: a longer number is a telephone number, a price or a date. */
const MOST_DIGITS = 5;

/** Whatever keyboards and people put around an answer: quotes, brackets, full stops. */
const DECORATION = /["'`´‘’‚“”„«»()[\]{}<>.,;:!#*_-]+/g;

/**
 * Reads one answer: `4`, `4 a`, `'4a'`, `"4A" `, `ack 4`, `a4`, `4 n`, `no`, `cannot`, `STOP`. A number alone is an
 * acknowledgement. What is more than such an answer ("4 is wrong", "yes but later") is unclear: nobody's sentence is
 * taken for a promise.
 */
export function replyWords(text: string): ReplyWords {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    // An apostrophe inside a word belongs to it: can't.
    .replaceAll(/(\p{L})['’](\p{L})/gu, '$1$2')
    .replaceAll(DECORATION, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
  const verdict = verdictOf(words);
  if (verdict !== null) return { kind: verdict, code: null };
  const [, before = '', digits = '', after = ''] = /^(\D*?) ?(\d+) ?(\D*)$/.exec(words) ?? [];
  const word = before === '' ? after : after === '' ? before : null;
  const isCode = digits.length > 0 && digits.length <= MOST_DIGITS && Number(digits) > 0;
  if (!isCode || word === null) return { kind: 'unclear', code: null };
  const code = Number(digits);
  if (word === '' || YES.includes(word)) return { kind: 'acknowledge', code };
  if (NO.includes(word)) return { kind: 'decline', code };
  return { kind: 'unclear', code };
}

function verdictOf(words: string): ReplyWords['kind'] | null {
  if (STOP.includes(words)) return 'stop';
  if (START.includes(words)) return 'start';
  if (HELP.includes(words)) return 'help';
  if (YES.includes(words)) return 'acknowledge';
  if (NO.includes(words)) return 'decline';
  return null;
}
