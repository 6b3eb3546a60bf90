import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityWords, overflowPresets } from '../../src/ui/overflow-presets';

const words = (now: string, zone: string) =>
  overflowPresets(new Date(now), zone).map((preset) => [preset.words, preset.endsAt.toISOString()]);

describe('the ends offered for an overflow window', () => {
  it('are this evening, two hours, and tomorrow morning, by the client’s own clocks', () => {
    expect(words('2026-06-03T12:00:00Z', 'Europe/Berlin')).toEqual([
      ['Until 18:00 today', '2026-06-03T16:00:00.000Z'],
      ['For 2 hours, until 16:00', '2026-06-03T14:00:00.000Z'],
      ['Until tomorrow, 08:00', '2026-06-04T06:00:00.000Z'],
    ]);
  });

  it('leave this evening out once it is over, or as good as over', () => {
    for (const now of ['2026-06-03T15:55:00Z', '2026-06-03T16:00:00Z', '2026-06-03T20:00:00Z']) {
      expect(words(now, 'Europe/Berlin').map(([text]) => text)).not.toContain('Until 18:00 today');
    }
  });

  it('count today by the client’s day, not by the reader’s', () => {
    // 23:30 UTC on the 3rd is 08:30 on the 4th in Tokyo.
    expect(words('2026-06-03T23:30:00Z', 'Asia/Tokyo')).toEqual([
      ['Until 18:00 today', '2026-06-04T09:00:00.000Z'],
      ['For 2 hours, until 10:30', '2026-06-04T01:30:00.000Z'],
      ['Until tomorrow, 08:00', '2026-06-04T23:00:00.000Z'],
    ]);
  });

  it('mean the wall time also over a night in which the clocks change', () => {
    // The clocks go forward in the night to the 29th of March 2026.
    expect(words('2026-03-28T20:00:00Z', 'Europe/Berlin').at(-1)).toEqual([
      'Until tomorrow, 08:00',
      '2026-03-29T06:00:00.000Z',
    ]);
  });

  it('always lie ahead, in every zone, at every hour', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Pacific/Auckland',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Africa/Cairo',
    );
    const hours = fc.integer({ min: 0, max: 24 * 366 });
    fc.assert(
      fc.property(zones, hours, (zone, hour) => {
        const now = new Date(Date.UTC(2026, 0, 1, hour, 17));
        const ends = overflowPresets(now, zone).map(({ endsAt }) => endsAt.getTime() - now.getTime());
        expect(ends.length).toBeGreaterThanOrEqual(2);
        expect(ends.every((span) => span > 0 && span <= 33 * 3_600_000)).toBe(true);
      }),
    );
  });
});

describe('what to be ready for', () => {
  it('says the usual and the busiest hour', () => {
    expect(capacityWords({ usualPerHour: 3.2, busiestPerHour: 11, daysKnown: 28 })).toBe(
      'Usually about 3 calls an hour at this time; the busiest hour of the past four weeks had 11.',
    );
  });

  it('says how little is known', () => {
    expect(capacityWords({ usualPerHour: 0.4, busiestPerHour: 2, daysKnown: 3 })).toBe(
      'Usually less than one call an hour at this time; the busiest hour of the past four weeks had 2. Calls of 3 days are known.',
    );
    expect(capacityWords({ usualPerHour: 0, busiestPerHour: 0, daysKnown: 0 })).toMatch(/nobody can say/);
  });
});
