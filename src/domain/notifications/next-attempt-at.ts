import { after, HOUR, MINUTE, SECOND } from '../../kernel/duration';

/** Waits after the first, second, … temporary failure. A greylisting mail server wants a few minutes. */
const WAITS = [20 * SECOND, MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE];

/** A provider that wants to be left alone for longer is asked again all the same. */
const LONGEST_WISH = HOUR;

/**
 * When to try again after `attempts` attempts failed temporarily; null: never, it has failed for good.
 * @param wishSeconds what the provider asked for (Retry-After, RFC 9110 section 10.2.3); the longer wait counts
 */
export function nextAttemptAt(attempts: number, now: Date, wishSeconds = 0): Date | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : after(now, Math.max(wait, Math.min(wishSeconds * SECOND, LONGEST_WISH)));
}
