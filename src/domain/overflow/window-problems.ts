import { after, DAY } from '../../kernel/duration';
import type { Problem } from '../../kernel/errors';

const MOST_DAYS = 14;

/**
 * What is wrong with a window that somebody wants to open, in words for them; [] when nothing is. It must end after it
 * starts and after now, begin within 14 days, and be at most 14 days long: whoever needs more wants another contract,
 * not a window that was forgotten.
 */
export function windowProblems(window: { startsAt: Date; endsAt: Date }, now: Date): Problem[] {
  const { startsAt, endsAt } = window;
  if (endsAt <= startsAt) return [{ field: 'endsAt', words: 'The end must lie after the start.' }];
  if (endsAt <= now) return [{ field: 'endsAt', words: 'That time has passed. Choose a later end.' }];
  if (startsAt > after(now, MOST_DAYS * DAY))
    return [{ field: 'startsAt', words: `Plan at most ${MOST_DAYS} days ahead.` }];
  if (endsAt > after(startsAt, MOST_DAYS * DAY))
    return [
      { field: 'endsAt', words: `A window is at most ${MOST_DAYS} days long. Open the next one later.` },
    ];
  return [];
}
