/** What each figure counts, and when it is not known. */
export function ReportNotes({ notes }: { notes: readonly (readonly [term: string, words: string])[] }) {
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

/** On which days rows count: said below every report. */
export function zoneNote(timeZones: readonly string[]): readonly [string, string] {
  const [home = 'UTC'] = timeZones;
  const words =
    timeZones.length > 1
      ? `From midnight to midnight where each client is. Numbers that belong to no client count where most clients are: ${home}.`
      : `From midnight to midnight in ${home}.`;
  return ['Days', `${words} A day has 23 or 25 hours when the clocks change.`];
}
