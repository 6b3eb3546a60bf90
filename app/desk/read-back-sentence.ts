import type { CallChannel } from '@/domain/calls/model';
import type { EscalationState } from '@/domain/escalations/model';
import type { PromiseStyle } from '@/domain/playbooks/model';
import { dueWords } from '@/domain/promises/due-words';
import { spokenPromise } from '@/domain/promises/spoken-promise';
import { phoneWords } from '@/ui/phone';
import type { CallPromise } from './call-promises';
import type { ShownFields } from './use-call-fields';

export type ReadBackSource = {
  fields: Pick<ShownFields, 'callerName' | 'callerPhone' | 'issue' | 'requestedSolution'>;
  /** By deadline. */
  promises: readonly CallPromise[];
  /** "We will", or "we will try to". */
  style: PromiseStyle;
  /** How the call's latest escalation stands. */
  escalation: EscalationState | null;
  channel: CallChannel;
  /** The client's, an IANA name: deadlines are said by its clocks. */
  zone: string;
  now: Date;
};

/** What is read to the caller at the end, or closes the answer to a message; null while there is nothing to repeat. */
export function readBackSentence(source: ReadBackSource): string | null {
  const { fields, promises, style, escalation, channel, zone, now } = source;
  const name = fields.callerName.trim();
  const issue = ended(fields.issue);
  const wish = ended(fields.requestedSolution);
  const phone = fields.callerPhone.trim();
  if (issue === '' && wish === '' && promises.length === 0 && (name === '' || phone === '')) return null;
  const repeat =
    channel === 'email' ? 'let me sum up what I have from you.' : 'let me repeat what I have written down.';
  const parts = [
    name === '' ? begun(repeat) : `${name}, ${repeat}`,
    issue === '' ? '' : `What happened: ${issue}`,
    wish === '' ? '' : `What would solve it for you: ${wish}`,
    ...promises.map(({ dueAt, ...promise }) =>
      spokenPromise({ ...promise, dueWords: dueWords(dueAt, now, zone) }, style),
    ),
    phone === '' ? '' : `You can be reached at ${phoneWords(phone)}.`,
    escalationWords(escalation),
    'Is that right?',
  ];
  return parts.filter(Boolean).join(' ');
}

function escalationWords(escalation: EscalationState | null): string {
  switch (escalation) {
    case 'open':
      return 'I am passing this on to the responsible person right now.';
    case 'acknowledged':
    case 'resolved':
      return 'The responsible person has your message.';
    case 'unanswered':
      return 'I have passed this on, and I stay on it until somebody has it.';
    case 'cancelled':
    case null:
      return '';
  }
}

/** One line with an end of its own. */
function ended(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line === '' || /[.!?…]$/.test(line)) return line;
  return `${line.replace(/[,;:]+$/, '')}.`;
}

function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
