import type { Coverage, Override, ScheduleCalendar } from '@/domain/oncall/model';
import { DAY, HOUR } from '@/kernel/duration';
import { dayStart, daysLater, timeOf } from './on-call-words';

/** Why somebody is on call who would not be by the rotations. */
type BarChange = { kind: 'replace'; replacedContactId: string | null } | { kind: 'add' | 'coverage' };

/** Somebody on call, or nobody, within one day. */
export type OnCallBar = {
  key: string;
  /** null: nobody */
  contactId: string | null;
  name: string;
  /** Cut off at the ends of the day. */
  startsAt: Date;
  endsAt: Date;
  /** The whole shift or gap that this is a part of, as far as the calendar reaches. */
  whole: { startsAt: Date; endsAt: Date };
  /** Where it lies in the day as it passes, of 23, 24 or 25 hours: shares from 0 to 1. */
  from: number;
  to: number;
  change: BarChange | null;
};

export type OnCallDay = {
  /** "2026-11-23" */
  date: string;
  startsAt: Date;
  endsAt: Date;
  hours: number;
  clocks: 'same' | 'back' | 'forward';
  /** Its name. */
  holiday: string | null;
  bars: OnCallBar[];
  /** Overrides that take somebody off, and coverages, as far as they touch the day. */
  removals: Override[];
  coverages: Coverage[];
};

type Layout = Pick<ScheduleCalendar, 'shifts' | 'gaps' | 'overrides' | 'coverages' | 'holidays'>;
type Span = { startsAt: Date; endsAt: Date };

const touch = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

function changeOf(shift: Layout['shifts'][number], { overrides, coverages }: Layout): BarChange | null {
  if (!shift.isOverride) return null;
  const of = (kind: Override['kind']) =>
    overrides.find((one) => one.kind === kind && one.contactId === shift.contactId && touch(one, shift));
  const swap = of('replace');
  if (swap) return { kind: 'replace', replacedContactId: swap.replacedContactId };
  if (of('add')) return { kind: 'add' };
  return coverages.some((one) => touch(one, shift)) ? { kind: 'coverage' } : { kind: 'add' };
}

/**
 * The days of a calendar on the wall of a zone: each from its first instant to the next day's, so that a day on which the
 * clocks change has 23 or 25 hours, and whoever is on call over midnight stands in both days.
 * @param firstDate such as 2026-11-23
 */
export function onCallDays(layout: Layout, zone: string, firstDate: string, count: number): OnCallDay[] {
  const shifts = layout.shifts.map((shift, n) => ({
    ...shift,
    key: `${shift.contactId}-${n}`,
    change: changeOf(shift, layout),
  }));
  const gaps = layout.gaps.map((gap, n) => ({
    ...gap,
    key: `gap-${n}`,
    contactId: null,
    name: '',
    change: null,
  }));
  const all = [...shifts, ...gaps].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.name.localeCompare(b.name),
  );
  return Array.from({ length: count }, (_, n) => {
    const date = daysLater(firstDate, n);
    const day = { startsAt: dayStart(date, zone), endsAt: dayStart(daysLater(date, 1), zone) };
    const length = day.endsAt.getTime() - day.startsAt.getTime();
    const share = (at: Date) => (at.getTime() - day.startsAt.getTime()) / length;
    const bars = all
      .filter((one) => touch(one, day))
      .map(({ startsAt, endsAt, key, contactId, name, change }): OnCallBar => {
        const cut = {
          startsAt: startsAt < day.startsAt ? day.startsAt : startsAt,
          endsAt: endsAt > day.endsAt ? day.endsAt : endsAt,
        };
        const whole = { startsAt, endsAt };
        const place = { from: share(cut.startsAt), to: share(cut.endsAt) };
        return { key: `${date}-${key}`, contactId, name, ...cut, whole, ...place, change };
      });
    return {
      date,
      ...day,
      hours: length / HOUR,
      clocks: length > DAY ? 'back' : length < DAY ? 'forward' : 'same',
      holiday: layout.holidays.find((one) => one.date === date)?.name ?? null,
      bars,
      removals: layout.overrides.filter((one) => one.kind === 'remove' && touch(one, day)),
      coverages: layout.coverages.filter((one) => touch(one, day)),
    };
  });
}

/** "all day", "until 08:00", "from 18:00", "08:00–18:00": when a bar's hand-overs are. */
export function barTimes(bar: OnCallBar, zone: string): string {
  const [begin, end] = [bar.from > 0, bar.to < 1];
  if (!begin && !end) return 'all day';
  if (!begin) return `until ${timeOf(bar.endsAt, zone)}`;
  if (!end) return `from ${timeOf(bar.startsAt, zone)}`;
  return `${timeOf(bar.startsAt, zone)}–${timeOf(bar.endsAt, zone)}`;
}

/** "Clocks go back: this day has 25 hours."; null on an ordinary day. */
export function clockChangeWords({ clocks, hours }: Pick<OnCallDay, 'clocks' | 'hours'>): string | null {
  return clocks === 'same' ? null : `Clocks go ${clocks}: this day has ${hours} hours.`;
}
