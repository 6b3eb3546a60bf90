import { inWords, MINUTE, SECOND } from '@/kernel/duration';

/** How long a method may wait for its turn, as a form offers it; in seconds. */
export const delayChoices: readonly number[] = [
  0, 60, 120, 180, 240, 300, 600, 900, 1_200, 1_800, 2_700, 3_600,
];

/** When a method has its turn, counted from the beginning of the step. */
export function delayWords(seconds: number): string {
  if (seconds === 0) return 'At once';
  const span = seconds * SECOND;
  const isWhole = span % MINUTE === 0;
  return `${isWhole && span < 60 * MINUTE ? `${span / MINUTE} min` : isWhole ? inWords(span) : `${seconds} s`} later, if nobody answered`;
}
