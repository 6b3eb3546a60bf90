import type { ScheduleFacts, Shift } from './model';
import { scheduleReading } from './schedule-reading';
import { joined, segmentsBetween } from './shifts-between';

/** Shifts as a calendar draws them: cut where somebody is on call because of an override or a coverage. */
export function calendarShifts(
  facts: ScheduleFacts,
  from: Date,
  until: Date,
): (Shift & { isOverride: boolean })[] {
  const planned = scheduleReading(
    { ...facts, overrides: [], coverages: [] },
    from.getTime(),
    until.getTime(),
  );
  const mark = (contactId: string, isOverride: boolean) => `${isOverride ? '*' : ''}${contactId}`;
  const segments = segmentsBetween(facts, from, until).map((segment) => {
    const usual = planned.peopleAt(segment.startsAt);
    return { ...segment, keys: segment.people.map((id) => mark(id, !usual.includes(id))) };
  });
  return joined(segments).map(({ key, startsAt, endsAt }) => {
    const isOverride = key.startsWith('*');
    return { contactId: isOverride ? key.slice(1) : key, startsAt, endsAt, isOverride };
  });
}
