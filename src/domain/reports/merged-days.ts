/**
 * Days that begin at other instants in other zones, cut into stretches that lie within one day of each.
 * @param starts of each zone: the instants at which its days begin, and at the end the one at which the last is over
 * @returns all these instants, once; and of each zone, for each stretch between two of them, which of its days that is:
 * from 1, or 0 before the first and after the last
 */
export function mergedDays(starts: readonly (readonly Date[])[]): { instants: Date[]; daysOf: number[][] } {
  const all = [...new Set(starts.flat().map(Number))].toSorted((a, b) => a - b);
  const daysOf = starts.map((own) => {
    const begins = own.map(Number);
    // Ordered alike, so that one pass finds them all.
    let day = 0;
    return all.slice(0, -1).map((instant) => {
      while (day < begins.length && (begins[day] ?? instant) <= instant) day += 1;
      return day === begins.length ? 0 : day;
    });
  });
  return { instants: all.map((instant) => new Date(instant)), daysOf };
}
