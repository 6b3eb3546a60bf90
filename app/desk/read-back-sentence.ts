import type { EscalationState } from '@/domain/escalations/model';
import { phoneWords } from '@/ui/phone';
import type { ShownFields } from './use-call-fields';

type Spoken = Pick<ShownFields, 'callerName' | 'callerPhone' | 'requestedSolution'>;

/** What the operator reads to the caller at the end; null while there is nothing to repeat. */
export function readBackSentence(fields: Spoken, escalation: EscalationState | null): string | null {
  const name = fields.callerName.trim();
  const wish = fields.requestedSolution.trim().replace(/[.!]+$/, '');
  const phone = fields.callerPhone.trim();
  if (wish === '' && (name === '' || phone === '')) return null;
  const parts = [
    name === ''
      ? 'Let me repeat what I have written down.'
      : `${name}, let me repeat what I have written down.`,
    wish === '' ? '' : `What would solve it for you: ${wish}.`,
    phone === '' ? '' : `You can be reached at ${phoneWords(phone)}.`,
    escalation === 'open' ? 'I am passing this on to the responsible person right now.' : '',
    escalation === 'acknowledged' || escalation === 'resolved'
      ? 'The responsible person has your message.'
      : '',
    'Is that right?',
  ];
  return parts.filter(Boolean).join(' ');
}
