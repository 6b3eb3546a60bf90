/** "90 s", "5 min", "2 h": how long something waits, never rounded to something untrue. */
export function waitWords(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  if (seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}

/** "at once", "after 5 min": when something comes, counted from the beginning. */
export function afterWords(from: Date, at: Date): string {
  const seconds = Math.round((at.getTime() - from.getTime()) / 1_000);
  if (seconds <= 0) return 'at once';
  if (seconds < 3_600 || seconds % 3_600 === 0) return `after ${waitWords(seconds)}`;
  const minutes = Math.round(seconds / 60);
  return `after ${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
