import type { Callback, CallbackPage, PromiseReason, TryOutcome } from '@/domain/promises/model';

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
  no_answer: 'Nobody answered, or busy: tried again later',
  wrong_number: 'Ends unreached',
  refused: 'Ends unreached',
};

export const reasonWords: Record<PromiseReason, string> = {
  call: 'Was promised a call back',
  recall: 'Told something that was withdrawn',
  question: 'Asked a question that is answered now',
  resolved: 'Wished to hear when it is settled, and it is',
};

/** Why somebody is called, in words for whoever calls. */
export function whyWords({ reason, what }: Pick<Callback, 'reason' | 'what'>): string {
  // Of these `what` is said to the caller, and stands there.
  return what === '' || reason === 'call' || reason === 'resolved' ? reasonWords[reason] : what;
}

export const beforeTitles: Record<PromiseReason, string> = {
  call: 'What the caller was promised',
  recall: 'What the caller was told',
  question: 'What the caller asked',
  resolved: 'What the caller called about',
};

/** "2 tries", or that nobody has tried. */
export function triesWords(tries: number): string {
  if (tries === 0) return 'not tried yet';
  return tries === 1 ? '1 try' : `${tries} tries`;
}

export type PastDeed = { id: string; at: Date; byName: string | null; words: string; note: string };

/** What was done about a callback so far, the newest first: the tries, and to whom it was handed. */
export function pastDeeds({ tries, events }: CallbackPage): PastDeed[] {
  const tried = tries.map(({ id, at, byName, outcome, note }) => ({
    id,
    at,
    byName,
    words: outcomeWords[outcome],
    note,
  }));
  const handedOver = events
    .filter(({ type }) => type === 'handed_over')
    .map(({ id, at, byName, words }) => ({ id, at, byName, words: `Handed over. ${words}`, note: '' }));
  return [...tried, ...handedOver].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}
