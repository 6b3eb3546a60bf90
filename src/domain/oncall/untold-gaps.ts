import { after, DAY } from '../../kernel/duration';
import type { Gap, ScheduleFacts } from './model';
import { outlook } from './outlook';
import { segmentsBetween } from './shifts-between';
import { zoneClock } from './zone-clock';

const DAYS_AHEAD = 7;

/**
 * Gaps that begin within the next 7 days and that nobody was told of, and until when all is told with them. What is the
 * same every week (a rotation for the nights alone) is told once, not every week: as long as the plan is not changed,
 * which forgets what was told (`toldUntil` null), people who left a hole on purpose are not nagged.
 */
export function untoldGaps(
  facts: ScheduleFacts,
  toldUntil: Date | null,
  now: Date,
): { gaps: Gap[]; toldUntil: Date } {
  const soon = outlook(facts, now).gaps.filter(({ startsAt }) => startsAt < after(now, DAYS_AHEAD * DAY));
  const gaps = soon.filter(
    (gap) => toldUntil === null || (gap.endsAt > toldUntil && !wasGapAWeekBefore(facts, gap)),
  );
  const ends = soon.map(({ endsAt }) => endsAt.getTime());
  return { gaps, toldUntil: new Date(Math.max(now.getTime(), ...ends)) };
}

function wasGapAWeekBefore(facts: ScheduleFacts, gap: Gap): boolean {
  const [from, until] = [gap.startsAt.getTime(), gap.endsAt.getTime()];
  const clock = zoneClock(facts.timeZone, from - 7 * DAY, until);
  const before = (instant: number) => new Date(clock.toInstant(clock.toWall(instant) - 7 * DAY));
  return segmentsBetween(facts, before(from), before(until)).every(({ people }) => people.length === 0);
}
