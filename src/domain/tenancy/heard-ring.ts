import { after, HOUR } from '../../kernel/duration';

/** A ring that was heard counts for one shift. */
const SHIFT_MS = 12 * HOUR;

/** Whether the ring was heard recently enough to be relied on: within the last 12 hours. */
export function isRingHeard(ringTestedAt: Date | null, now: Date): boolean {
  return ringTestedAt !== null && after(ringTestedAt, SHIFT_MS) > now;
}
