import { after, MINUTE } from '../../kernel/duration';

/**
 * When a caller who was not reached is called again: half an hour later, but not later than the deadline. Once that
 * has passed, half an hour later each time.
 */
export function nextTryAt(dueAt: Date, now: Date): Date {
  const later = after(now, 30 * MINUTE);
  return dueAt > now && dueAt < later ? dueAt : later;
}
