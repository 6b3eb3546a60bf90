import { after, DAY } from '../../kernel/duration';
import type { Gap, ScheduleFacts } from './model';
import { gapsOf, segmentsBetween } from './shifts-between';

const DAYS_AHEAD = 31;
const MOST_GAPS = 50;

export type Outlook = { now: string[]; until: Date | null; next: string[]; gaps: Gap[] };

/**
 * Who is on call at an instant (contact ids), until when that stays so and who follows, as far as the next 31 days tell;
 * and the gaps of those days, at most 50. `until` null: nothing changes for so long, and nobody follows.
 */
export function outlook(facts: ScheduleFacts, at: Date): Outlook {
  const end = after(at, DAYS_AHEAD * DAY);
  const segments = segmentsBetween(facts, at, end);
  const now = segments[0]?.people ?? [];
  const change = segments.find(({ people }) => !isSame(people, now));
  return {
    now,
    until: change === undefined ? null : new Date(change.startsAt),
    next: change?.people ?? [],
    gaps: gapsOf(segments).slice(0, MOST_GAPS),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
