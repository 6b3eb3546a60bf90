import { fewestToSay } from '@/domain/reports/model';

const notes: readonly (readonly [term: string, words: string])[] = [
  [
    'Calls',
    'Answered ones that rang in this time, complaints by e-mail included. Calls that nobody answered are left out.',
  ],
  [
    'Mood',
    'As the operator noted it, first and last. Where it was noted once, start and end are the same. Where it was never noted, it is unknown, and the call counts in no share of calmed callers.',
  ],
  [
    'Calmed',
    'Callers who were calmer at the end than at the start, of those who did not begin calm and whose mood is known. A caller who begins calm cannot become calmer.',
  ],
  [
    'Rang again',
    'The same number rang the same client again within 24 hours, answered or not. Withheld numbers cannot be recognised, and calls of the last 24 hours are not over: neither is counted.',
  ],
  ['Abuse', 'Calls in which the operator named the boundary at least once.'],
  ['Duration', 'From answering to hanging up, of calls that have ended. Wrap-up is not in it.'],
  ['Promises', 'What these callers were promised in the call, and what has become of it by now.'],
  [
    'The bars',
    `The mark is what was seen; the band is where the true share probably lies (95 % interval by Wilson). Where two bands overlap much, the difference may be chance. Of fewer than ${fewestToSay} calls nothing is said but how many there were.`,
  ],
  [
    'The order',
    'By name. Clients, hours and incidents differ, so these figures start a conversation; they do not rank anybody.',
  ],
];

/** What each figure counts, and when it is not known. */
export function Footnotes() {
  return (
    <section aria-labelledby="how-it-is-counted" className="max-w-[80ch]">
      <h2 id="how-it-is-counted" className="mb-1 text-base font-semibold">
        How it is counted
      </h2>
      <dl className="flex flex-col gap-1.5 text-[13px]">
        {notes.map(([term, words]) => (
          <div key={term}>
            <dt className="inline font-medium">{term}: </dt>
            <dd className="inline text-ink-soft">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
