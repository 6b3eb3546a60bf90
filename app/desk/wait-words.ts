/** "90 s", "5 min", "2 h": how long a step waits, never rounded to something untrue. */
export function waitWords(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  if (seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}
