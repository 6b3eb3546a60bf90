import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localClock, localMoment, localMoments, localTime, wallClock } from '../../src/kernel/local-time';

const berlin = (text: string) => localMoment(new Date(text), 'Europe/Berlin');

it('tells an instant as the client’s own wall does, on both sides of the change of clocks', () => {
  expect(berlin('2026-03-28T21:00:00Z')).toBe('Sat 28 Mar, 22:00 (Europe/Berlin)');
  expect(berlin('2026-03-29T04:00:00Z')).toBe('Sun 29 Mar, 06:00 (Europe/Berlin)');
  expect(berlin('2026-10-24T22:00:00Z')).toBe('Sun 25 Oct, 00:00 (Europe/Berlin)');
});

it('a whole day of a far place may be another one', () => {
  const at = new Date('2026-12-31T12:30:00Z');
  expect(wallClock(at, 'Pacific/Kiritimati')).toEqual({
    weekday: 'Fri 1 Jan',
    date: '1 Jan 2027',
    time: '02:30',
  });
  expect(wallClock(at, 'Pacific/Niue')).toEqual({
    weekday: 'Thu 31 Dec',
    date: '31 Dec 2026',
    time: '01:30',
  });
});

describe('the family', () => {
  const instant = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const zone = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe');

  it('tells one time of day, from 00:00 to 23:59', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const time = localClock(at, timeZone);
        expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(wallClock(at, timeZone).time).toBe(time);
        expect(localMoments(timeZone, at)(at)).toBe(time);
        expect(localMoment(at, timeZone)).toContain(`, ${time} (`);
        expect(localTime(at, timeZone)).toContain(` at ${time} `);
      }),
    );
  });
});
