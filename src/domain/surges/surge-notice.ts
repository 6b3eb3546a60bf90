import { localClock } from '../../kernel/local-time';
import type { NoticeMessage } from '../notifications/model';
import type { Surge } from './model';

const QUOTES = 5;
const QUOTE_LENGTH = 300;

/** What the client's author and the account managers are told about a surge, with the callers' own words. */
export function surgeNotice(surge: Surge, timeZone: string, path: string): NoticeMessage {
  const quotes = surge.words
    .slice(0, QUOTES)
    .map(({ at, text }) => `${localClock(new Date(at), timeZone)}: “${cut(text)}”`);
  return {
    subject: `${surge.clientName}: ${surge.calls} callers in the past hour say the same`,
    lines: [
      `${surge.calls} callers in the past hour say the same, and no briefing is in force for ${surge.clientName}:`,
      ...quotes,
      'Operators write it down and have nothing to tell them yet. One press makes a draft of these words.',
    ],
    path,
    linkWords: 'Look at it, and make a draft',
  };
}

function cut(text: string): string {
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH - 1)}…`;
}
