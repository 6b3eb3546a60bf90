import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursText, readHours, weekdays } from '../../app/manage/clients/[clientId]/business-hours-draft';
import { updateClientInput } from '../../src/domain/clients/model';

const week = (given: Record<number, string>) => weekdays.map((_, at) => given[at] ?? '');

describe('business hours as they are typed', () => {
  it.each([
    ['09:00–17:00', [{ from: '09:00', to: '17:00' }]],
    ['9-17', [{ from: '09:00', to: '17:00' }]],
    [
      '09:00 - 12:00; 13:30—18',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '18:00' },
      ],
    ],
    ['22:00–24:00', [{ from: '22:00', to: '00:00' }]],
    ['', []],
  ])('%s', (text, spans) => {
    const expected = spans.map((span) => ({ ...span, day: 3 }));
    expect(readHours(week({ 2: text }))).toEqual({ hours: expected, problems: [] });
  });

  it.each(['9 to 5', '25:00–26:00', '09:60–10:00', '17:00–09:00', '10:00–10:00', '1-2, 3-4, 5-6, 7-8'])(
    '“%s” is a problem of its day',
    (text) => {
      const { hours, problems } = readHours(week({ 0: '08:00–09:00', 4: text }));
      expect(hours).toHaveLength(1);
      expect(problems.map(({ field }) => field)).toEqual(['hours.4']);
    },
  );

  it('are the same when they are read back, and the server takes them', () => {
    const time = fc
      .integer({ min: 0, max: 24 * 4 - 1 })
      .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
    const span = fc
      .record({ day: fc.integer({ min: 1, max: 7 }), from: time, to: time })
      .filter(({ from, to }) => to === '00:00' || from < to);
    const hours = fc.uniqueArray(span, { minLength: 1, maxLength: 7, selector: ({ day }) => day });
    fc.assert(
      fc.property(hours, (given) => {
        const read = readHours(hoursText(given));
        expect(read.problems).toEqual([]);
        expect(read.hours).toEqual(given.toSorted((a, b) => a.day - b.day));
        const clientId = '0197d5a0-0000-7000-8000-000000000000';
        expect(updateClientInput.safeParse({ clientId, businessHours: read.hours }).success).toBe(true);
      }),
    );
  });
});
