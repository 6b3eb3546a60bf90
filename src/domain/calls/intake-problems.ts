import { z } from 'zod';
import { toE164 } from '../../kernel/phone';
import type { BriefingContent } from '../briefings/model';

type IntakeItem = Pick<BriefingContent['intake'][number], 'kind' | 'choices'>;

const email = z.email();
/** Digits in groups, however a country parts them: 1250, -3.5, 1,250.00, 1.250,00, 12 500, 1'250. */
const number = /^[+-]?\d+([.,'’\u00A0\u202F ]\d+)*$/u;

/**
 * What is wrong with an answer as typed, in words; null while it is fine or empty. Nothing is refused because of it: a
 * caller may not know better, and what was heard is kept.
 * @param text a phone number with its country code; see completePhone for those without
 */
export function intakeProblem({ kind, choices }: IntakeItem, text: string): string | null {
  const answer = text.trim();
  if (answer === '') return null;
  switch (kind) {
    case 'text':
      return null;
    case 'number':
      return number.test(answer) ? null : 'Write a number, for example 1250.';
    case 'phone':
      return toE164(answer) === null
        ? 'That is not a phone number. Write it with its country code, for example +49 30 123456.'
        : null;
    case 'email':
      return email.safeParse(answer).success
        ? null
        : 'That is not an e-mail address. Ask for it letter by letter, for example ann@example.com.';
    case 'choice':
      return choices.includes(answer) ? null : 'This is none of the answers that are offered now.';
    case 'yes_no':
      return answer === 'Yes' || answer === 'No' ? null : 'Choose yes or no.';
  }
}

/** What the briefing asks for and what the call type asks for besides, each field once. */
export function joinedIntake<Item extends { readonly id: string }>(
  briefing: readonly Item[],
  callType: readonly Item[],
): Item[] {
  const known = new Set(briefing.map(({ id }) => id));
  return [...briefing, ...callType.filter(({ id }) => !known.has(id))];
}
