import { localClock } from '../../kernel/local-time';
import type { BriefingContentInput } from '../briefings/model';
import type { SurgeWords } from './model';

/** What is known so far is what callers said: a draft of it, for somebody to complete. */
export function surgeDraft(words: readonly SurgeWords[], timeZone: string): BriefingContentInput {
  const shortest = words.map(({ text }) => text).toSorted((a, b) => a.length - b.length)[0] ?? '';
  return {
    headline: cut(`Many callers report: ${shortest}`, 160),
    severity: 'high',
    opening:
      'Thank you for telling us. I am writing down exactly what happened, so that the people who can look into it have it in front of them.',
    facts: words.map(({ at, text }) => ({
      text: cut(text, 600),
      source: `Caller, ${localClock(new Date(at), timeZone)}`,
      knownAt: at,
    })),
    unknowns: ['What happened, and who is affected'],
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
