import type { Mark } from './model';

/** A mark as people read it. */
export function markWords(mark: Mark): string {
  const words: Record<Mark, string> = {
    met: 'Met',
    partly: 'Partly',
    missed: 'Missed',
    not_applicable: 'Does not apply',
  };
  return words[mark];
}

/** "86 %", or why there is no figure. */
export function percentWords(percent: number | null): string {
  return percent === null ? 'Nothing applied' : `${percent} %`;
}
