import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallTimeOf } from '../../src/ui/zoned-time';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];

describe('a wall time of a place', () => {
  it.each([
    ['an ordinary evening', '2026-11-20T18:00', 'Europe/Berlin', '2026-11-20T17:00:00.000Z', 'once'],
    [
      'an hour that the spring skips',
      '2026-03-29T02:30',
      'Europe/Berlin',
      '2026-03-29T01:30:00.000Z',
      'missing',
    ],
    [
      'an hour that the autumn repeats',
      '2026-10-25T02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
      'twice',
    ],
    ['the day of the change', '2026-03-29T22:00', 'Europe/Berlin', '2026-03-29T20:00:00.000Z', 'once'],
    [
      'another side of the sea',
      '2026-03-08T02:30',
      'America/New_York',
      '2026-03-08T07:30:00.000Z',
      'missing',
    ],
    [
      'half an hour of summer',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
      'twice',
    ],
  ])('%s', (_, wall, zone, instant, reading) => {
    expect(instantOf(wall, zone)).toEqual({ instant, reading });
  });

  it('is none where nobody wrote one', () => {
    expect(instantOf('', 'UTC')).toBeNull();
    expect(instantOf('tomorrow', 'UTC')).toBeNull();
  });

  it('comes back as it was written, but for an hour that is skipped', () => {
    const minutes = fc.integer({ min: 0, max: 4 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (n, zone) => {
        const wall = new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString().slice(0, 16);
        const read = instantOf(wall, zone);
        if (read?.reading === 'missing') expect(wallTimeOf(read.instant, zone) > wall).toBe(true);
        else expect(wallTimeOf(read?.instant ?? '', zone)).toBe(wall);
      }),
    );
  });
});
