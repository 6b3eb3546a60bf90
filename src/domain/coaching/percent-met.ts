import type { Mark } from './model';

const worth: Record<Exclude<Mark, 'not_applicable'>, number> = { met: 1, partly: 0.5, missed: 0 };

/**
 * How much of what applied was met, by weight: 0 to 100, in whole percent; null where nothing applied. 100 says that
 * everything was met and 0 that nothing was, so what would be rounded there is 99 or 1.
 */
export function percentMet(lines: readonly { weight: number; mark: Mark }[]): number | null {
  let [reached, whole] = [0, 0];
  for (const { weight, mark } of lines) {
    if (mark === 'not_applicable') continue;
    reached += weight * worth[mark];
    whole += weight;
  }
  if (whole === 0) return null;
  if (reached === 0 || reached === whole) return reached === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((reached / whole) * 100)));
}
