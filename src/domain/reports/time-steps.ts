import { DAY, HOUR, MINUTE } from '../../kernel/duration';
import type { Quarter } from './incident-figures';

/** A quarter of an hour, while that stays readable; then coarser, until it does. */
const lengths = [15 * MINUTE, HOUR, 6 * HOUR, DAY];

/**
 * Quarters of an hour as the columns of a chart: gaps filled, and so coarse that there are at most `most`, however long
 * the incident took. A coarse step begins where the first quarter does, so that none holds less than its time.
 * @returns the columns in order, with the length of each in milliseconds
 */
export function timeSteps(quarters: readonly Quarter[], most: number): { length: number; steps: Quarter[] } {
  const first = Date.parse(quarters[0]?.at ?? '');
  const last = Date.parse(quarters.at(-1)?.at ?? '');
  if (Number.isNaN(first) || Number.isNaN(last)) return { length: 15 * MINUTE, steps: [] };
  const countOf = (length: number) => Math.floor((last - first) / length) + 1;
  const length =
    lengths.find((one) => countOf(one) <= most) ?? Math.ceil((last - first + 1) / most / DAY) * DAY;
  const steps = Array.from({ length: countOf(length) }, (_, place) => ({
    at: new Date(first + place * length).toISOString(),
    answered: 0,
    abandoned: 0,
    other: 0,
  }));
  for (const quarter of quarters) {
    const step = steps[Math.floor((Date.parse(quarter.at) - first) / length)];
    if (step === undefined) continue;
    step.answered += quarter.answered;
    step.abandoned += quarter.abandoned;
    step.other += quarter.other;
  }
  return { length, steps };
}
