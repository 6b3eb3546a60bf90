/** What somebody answered: a word that asks for something, and whatever else was written, at most 2,000 characters. */
type MailReply = { kind: 'acknowledge' | 'decline' | 'note' | 'empty'; words: string };

const MOST_WORDS = 2_000;

/** A person's answer stands near the top; what comes after so many lines is a quote that nobody marked. */
const MOST_LINES = 400;
const LONGEST_LINE = 1_000;

const answers: Record<string, 'acknowledge' | 'decline'> = {
  ack: 'acknowledge',
  acknowledge: 'acknowledge',
  acknowledged: 'acknowledge',
  ok: 'acknowledge',
  okay: 'acknowledge',
  taken: 'acknowledge',
  '1': 'acknowledge',
  no: 'decline',
  cannot: 'decline',
  "can't": 'decline',
  "i can't": 'decline',
  'i cannot': 'decline',
  '2': 'decline',
};

/**
 * Reads an answer by e-mail: the text above the quote, whose first line counts when it is one of the words that were
 * offered and nothing else. Everything else is a note, for people to read: guessing would stop an escalation.
 */
export function readMailReply(text: string): MailReply {
  const lines = newLines(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return { kind: 'empty', words: '' };
  const kind = answerIn(lines[first] ?? '') ?? 'note';
  const rest = kind === 'note' ? lines : lines.slice(first + 1);
  return { kind, words: rest.join('\n').trim().slice(0, MOST_WORDS) };
}

function answerIn(line: string): 'acknowledge' | 'decline' | undefined {
  const bare = line
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/^[\s"“”*_([]+|[\s"“”*_.!,)\]]+$/g, '');
  return Object.hasOwn(answers, bare) ? answers[bare] : undefined;
}

/** What was written anew: above the quote, or, where nothing stands there, below it. */
function newLines(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n', MOST_LINES)
    .map((line) => line.replaceAll('\u00a0', ' ').slice(0, LONGEST_LINE));
  const above = aboveQuote(lines);
  if (above.some((line) => line.trim() !== '')) return above;
  const lastQuoted = lines.findLastIndex(isQuoted);
  return lastQuoted === -1 ? [] : aboveQuote(lines.slice(lastQuoted + 1));
}

function aboveQuote(lines: string[]): string[] {
  const end = lines.findIndex((_, at) => endsReply(lines, at));
  if (end === -1) return lines;
  return isQuoted(lines[end] ?? '') ? withoutAttribution(lines.slice(0, end)) : lines.slice(0, end);
}

const isQuoted = (line: string) => /^\s*>/.test(line);

const marks = [
  /^-- ?$/,
  /^_{10,}\s*$/,
  /^\s*-{2,}\s?(original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|messaggio|oorspronkelijk)[^-]{0,60}-{2,}\s*$/i,
  /^(sent from my|sent from outlook|get outlook for|von meinem|gesendet mit|envoyé de mon|enviado desde mi)\b/i,
];

/** Here ends what was written anew: a quote, the line that announces one, a signature, or the head of a quoted mail. */
function endsReply(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isQuoted(line) || marks.some((mark) => mark.test(line))) return true;
  return isAttribution(lines, at) || isQuotedHead(lines, at);
}

const opening = /^\s*(on|am|le|el|il|op|em|den|dnia)\s/i;
const closing =
  /\s(wrote|schrieb|écrit|escribió|scritto|schreef|geschreven|escreveu|skrev|napisał)(\s[^:]{0,120})?:$/i;

/** "On Tue, 3 Mar 2026 at 09:15, Calmline <…> wrote:", also where the mail program broke it over three lines. */
function isAttribution(lines: string[], at: number): boolean {
  if (!opening.test(lines[at] ?? '')) return false;
  return [1, 2, 3].some((count) =>
    closing.test(
      lines
        .slice(at, at + count)
        .join(' ')
        .trim(),
    ),
  );
}

/** "From: …" with "Sent:" or "Subject:" soon below it, as Outlook puts above what it quotes. */
function isQuotedHead(lines: string[], at: number): boolean {
  if (!/^\*?(from|von|de|da|van)\s?:/i.test(lines[at] ?? '')) return false;
  return lines
    .slice(at + 1, at + 5)
    .some((line) =>
      /^\*?(sent|date|subject|gesendet|datum|betreff|envoyé|objet|enviado|asunto|inviato|oggetto|verzonden|onderwerp)\s?:/i.test(
        line,
      ),
    );
}

/** In languages unknown here: the paragraph right above a quote that ends in a colon and holds a date or an address. */
function withoutAttribution(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (last === -1 || !/:\s*$/.test(lines[last] ?? '')) return lines;
  const first = Math.max(lines.slice(0, last).findLastIndex((line) => line.trim() === '') + 1, last - 2);
  return /[@\d]/.test(lines.slice(first, last + 1).join(' ')) ? lines.slice(0, first) : lines;
}
