import { after, MINUTE, SECOND } from '../../kernel/duration';

/** Waits after the first, second, … temporary failure. A greylisting mail server wants a few minutes. */
const WAITS = [20 * SECOND, MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE];

/** When to try again after `attempts` attempts failed temporarily; null: never, it has failed for good. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : after(now, wait);
}
