import type { LinkedEscalation } from '../domain/escalations/link-queries';
import type { CodeMessage, NoticeMessage } from '../domain/notifications/model';

/** What somebody listens to before they hang up. */
const MOST_CHARACTERS = 400;

/** Who calls, for whom, how urgent it is, what it is about, and what to press. */
export function spokenEscalations(waiting: readonly LinkedEscalation[]): string {
  const [first] = waiting;
  if (first === undefined) return '';
  const { organization, escalation } = first;
  const whose = escalation.clientName === null ? '' : ` for ${escalation.clientName}`;
  const what = `${capital(escalation.urgency)}: ${sentence(escalation.summary)}`;
  if (waiting.length === 1) {
    return `This is ${organization.name}, calling${whose}. ${what} Press 1 to take it, 2 if you cannot, 9 to hear it again.`;
  }
  return (
    `This is ${organization.name} with ${waiting.length} open escalations. The first is${whose}. ${what} ` +
    `Press 1 to take all of them, 2 if you cannot, 9 to hear it again.`
  );
}

export function spokenNotice({ subject, lines }: NoticeMessage): string {
  return `A word from Calmline. ${sentence([subject, ...lines].join('. '))}`;
}

/** Digit by digit, three times. */
export function spokenCode({ code, organizationName }: CodeMessage): string {
  const digits = [...code].join(', ');
  return `This is ${organizationName}. Your code is: ${digits}. Again: ${digits}. Once more: ${digits}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Bounded, cut at a word, on one line, and ended like a sentence. */
function sentence(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const cut = words.length <= MOST_CHARACTERS ? words : words.slice(0, MOST_CHARACTERS).replace(/\s\S*$/, '');
  return /[.!?]$/.test(cut) ? cut : `${cut}.`;
}
