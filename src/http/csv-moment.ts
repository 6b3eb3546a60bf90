const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** "2026-11-22 09:34:46" on the wall clock of a time zone, as spreadsheets of every language read it; '' for null. */
export function csvMoment(at: Date | null, timeZone: string): string {
  return at === null ? '' : clockOf(timeZone).format(at);
}
