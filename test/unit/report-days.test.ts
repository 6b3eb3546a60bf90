// The days of a report: whole days where the client's clock hangs, however long they are there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesBetween, reportDays } from '../../src/domain/reports/report-days';

const HOUR = 3_600_000;

const hoursOf = (date: string, timeZone: string) => {
  const [begin, end] = reportDays({ from: date, to: date }, timeZone);
  return (Number(end) - Number(begin)) / HOUR;
};

it.each([
  ['2026-03-28', 'Europe/Berlin', 24],
  ['2026-03-29', 'Europe/Berlin', 23],
  ['2026-10-25', 'Europe/Berlin', 25],
  ['2026-03-08', 'America/New_York', 23],
  ['2026-11-01', 'America/New_York', 25],
  // Half an hour.
  ['2026-04-05', 'Australia/Lord_Howe', 24.5],
  // Midnight itself is skipped: the day begins at one.
  ['2026-09-06', 'America/Santiago', 23],
  // The day that Samoa never had.
  ['2011-12-30', 'Pacific/Apia', 0],
])('%s in %s lasts %d hours', (date, timeZone, hours) => {
  expect(hoursOf(date, timeZone)).toBe(hours);
});

it('a day begins at the instant that bears its date for the first time', () => {
  expect(reportDays({ from: '2026-03-29', to: '2026-03-30' }, 'Europe/Berlin')).toEqual([
    new Date('2026-03-28T23:00:00Z'),
    new Date('2026-03-29T22:00:00Z'),
    new Date('2026-03-30T22:00:00Z'),
  ]);
  expect(reportDays({ from: '2026-09-06', to: '2026-09-06' }, 'America/Santiago')[0]).toEqual(
    new Date('2026-09-06T04:00:00Z'),
  );
});

it('the dates go over the ends of months and years, and 29 February where there is one', () => {
  expect(datesBetween({ from: '2027-12-30', to: '2028-01-02' })).toEqual([
    '2027-12-30',
    '2027-12-31',
    '2028-01-01',
    '2028-01-02',
  ]);
  expect(datesBetween({ from: '2028-02-28', to: '2028-03-01' })).toHaveLength(3);
});

describe('for any zone and any days', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Cairo',
  ];
  const someDay = fc
    .integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) })
    .map((at) => new Date(at).toISOString().slice(0, 10));

  it('every instant lies on the day whose date the wall shows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        someDay,
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (timeZone, from, days, share) => {
          const to = new Date(Date.parse(from) + days * 24 * HOUR).toISOString().slice(0, 10);
          const dates = datesBetween({ from, to });
          const starts = reportDays({ from, to }, timeZone).map(Number);
          expect(starts).toHaveLength(dates.length + 1);
          expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
          const [first = 0, last = 0] = [starts[0], starts.at(-1)];
          const at = Math.min(last - 1, Math.floor(first + share * (last - first)));
          const wall = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
          // A skipped day has no instant at all.
          if (last > first) expect(dates[starts.findLastIndex((start) => start <= at)]).toBe(wall);
        },
      ),
    );
  });
});
