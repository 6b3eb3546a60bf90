import type { MessageFault } from './model';

/** What is wrong with a message, as people read it. */
export function faultWords(fault: MessageFault): string {
  const words: Record<MessageFault, string> = {
    spelling: 'Spelling',
    incomplete: 'Incomplete',
    wrong_number: 'Wrong number',
    wrong_client: 'Wrong client',
    wrong_urgency: 'Wrong urgency',
    tone: 'Tone',
    not_as_briefed: 'Not as briefed',
  };
  return words[fault];
}
