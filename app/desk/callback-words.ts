import type { PromiseReason, TryOutcome } from '@/domain/promises/model';

export const outcomeWords: Record<TryOutcome, string> = {
  reached: 'Reached',
  voicemail: 'Voicemail',
  no_answer: 'No answer',
  wrong_number: 'Wrong number',
  refused: 'Refused',
};

/** What follows from an outcome, for whoever presses the key. */
export const outcomeHints: Record<TryOutcome, string> = {
  reached: 'The caller heard the words: done',
  voicemail: 'Tried again later',
  no_answer: 'Tried again later',
  wrong_number: 'Ends unreached',
  refused: 'Ends unreached',
};

export const reasonWords: Record<PromiseReason, string> = {
  call: 'Was promised a call back',
  recall: 'Told something that was withdrawn',
  question: 'Asked a question that is answered now',
};

export const beforeTitles: Record<PromiseReason, string> = {
  call: 'What the caller was promised',
  recall: 'What the caller was told',
  question: 'What the caller asked',
};

/** "2 tries", or that nobody has tried. */
export function triesWords(tries: number): string {
  if (tries === 0) return 'not tried yet';
  return tries === 1 ? '1 try' : `${tries} tries`;
}
