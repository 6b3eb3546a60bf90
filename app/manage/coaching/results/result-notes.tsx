import { fewestToAverage } from '@/domain/coaching/model';

const notes: readonly (readonly [term: string, words: string])[] = [
  ['When', 'A call counts in the week or month in which it was scored, by the clock of your computer.'],
  [
    'Average',
    `Of the percentages of the calls, each counting alike. Of fewer than ${fewestToAverage} calls none is told: one bad call would be half of it.`,
  ],
  [
    'Percentage',
    'What was met of what applied, by the weights of the form of then; what was met in part counts half.',
  ],
  [
    'The order',
    'By name. Clients, hours and callers differ, and people score people: these figures start a conversation, they do not rank anybody.',
  ],
];

/** What each figure counts, and when none is told. */
export function ResultNotes() {
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
