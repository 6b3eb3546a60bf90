import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietHoursEnd } from '../../src/domain/escalations/quiet-hours-end';
import { DAY, HOUR } from '../../src/kernel/duration';

const night = { from: '22:00', to: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['before they begin', night, '2026-11-21T20:59:59Z', null],
    ['as they begin', night, '2026-11-21T21:00:00Z', '2026-11-22T06:00:00Z'],
    ['after midnight', night, '2026-11-22T02:00:00Z', '2026-11-22T06:00:00Z'],
    ['as they end', night, '2026-11-22T06:00:00Z', null],
    ['at midday', { from: '12:00', to: '13:00' }, '2026-11-21T11:59:00Z', '2026-11-21T12:00:00Z'],
    ['on the night of 23 hours', night, '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
    ['on the night of 25 hours', night, '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
    [
      'to an hour that the spring skips',
      { from: '22:00', to: '02:30' },
      '2026-03-28T22:00:00Z',
      '2026-03-29T01:30:00Z',
    ],
  ])('%s', (_, hours, at, end) => {
    expect(quietHoursEnd(hours, 'Europe/Berlin', new Date(at))).toEqual(end === null ? null : new Date(end));
  });

  it('end within a day and an hour of every instant in them', () => {
    const wallTime = fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
    fc.assert(
      fc.property(
        fc.record({ from: wallTime, to: wallTime }).filter(({ from, to }) => from !== to),
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        (hours, zone, at) => {
          const end = quietHoursEnd(hours, zone, at);
          if (end === null) return;
          expect(end.getTime()).toBeGreaterThan(at.getTime());
          expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(DAY + HOUR);
        },
      ),
      { numRuns: 500 },
    );
  });
});
