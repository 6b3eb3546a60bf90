import { describe, expect, it } from 'vitest';
import { overrideWords } from '../../src/ui/on-call-change-words';
import { personColours } from '../../src/ui/on-call-colours';
import { nextLookMs } from '../../src/ui/on-call-refresh';
import { firstShown, mondayOf, shownSpan, weekNumber } from '../../src/ui/on-call-weeks';
import { gapWords, handoverWords, peopleWords, spanWords } from '../../src/ui/on-call-words';

const BERLIN = 'Europe/Berlin';
const at = new Date('2026-11-22T10:00Z');
const DAY = 86_400_000;

describe('a gap in words', () => {
  it.each([
    [
      'one that comes',
      '2026-11-28T17:00Z',
      '2026-11-29T07:00Z',
      'Nobody from Sat 28 Nov 18:00 to Sun 29 Nov 08:00',
    ],
    ['one within a day', '2026-11-24T07:00Z', '2026-11-24T17:00Z', 'Nobody from Tue 24 Nov 08:00 to 18:00'],
    ['one that runs', '2026-11-22T10:00Z', '2026-11-22T17:00Z', 'Nobody now, until Sun 22 Nov 18:00'],
    [
      'one without an end in sight',
      '2026-11-22T10:00Z',
      '2026-12-23T10:00Z',
      'Nobody now and in the next 31 days',
    ],
    [
      'one that begins later and has no end in sight',
      '2026-12-01T17:00Z',
      '2026-12-23T10:00Z',
      'Nobody from Tue 1 Dec 18:00 on, for the rest of the next 31 days',
    ],
  ])('%s', (_, startsAt, endsAt, words) => {
    expect(gapWords({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, BERLIN, at)).toBe(words);
  });
});

describe('a span in words', () => {
  it('names the day once when it ends on it', () => {
    const span = { startsAt: new Date('2026-11-28T17:00Z'), endsAt: new Date('2026-11-28T21:00Z') };
    expect(spanWords(span, BERLIN)).toBe('Sat 28 Nov 18:00 to 22:00');
    expect(spanWords(span, 'Asia/Tokyo')).toBe('Sun 29 Nov 02:00 to 06:00');
  });
});

describe('when a rotation hands over', () => {
  it.each([
    ['hour', 12, '2026-11-23T08:00', 'every 12 hours'],
    ['day', 1, '2026-11-23T08:00', 'every day at 08:00'],
    ['week', 1, '2026-11-23T08:00', 'every week on Monday at 08:00'],
    ['week', 2, '2026-11-27T17:30', 'every 2 weeks on Friday at 17:30'],
    ['month', 1, '2026-11-01T08:00', 'every month on the 1st at 08:00'],
    ['month', 1, '2026-11-22T08:00', 'every month on the 22nd at 08:00'],
    ['month', 1, '2026-11-13T08:00', 'every month on the 13th at 08:00'],
    [
      'month',
      3,
      '2026-12-31T08:00',
      'every 3 months on the 31st (on the last day of shorter months) at 08:00',
    ],
  ] as const)('%s by %i from %s', (unit, every, startsAt, words) => {
    expect(handoverWords({ unit, every, startsAt })).toBe(words);
  });

  it('is not told of what is half typed', () => {
    expect(handoverWords({ unit: 'week', every: 1, startsAt: '' })).toBeNull();
    expect(handoverWords({ unit: 'week', every: 0, startsAt: '2026-11-23T08:00' })).toBeNull();
    expect(handoverWords({ unit: 'week', every: Number('x'), startsAt: '2026-11-23T08:00' })).toBeNull();
  });
});

describe('an override in words', () => {
  const nameOf = (id: string) => (id === 'jana' ? 'Jana Weiss' : 'Tom Becker');
  it('says what each kind does', () => {
    expect(overrideWords({ kind: 'replace', contactId: 'jana', replacedContactId: 'tom' }, nameOf)).toBe(
      'Jana Weiss instead of Tom Becker',
    );
    expect(overrideWords({ kind: 'add', contactId: 'jana', replacedContactId: null }, nameOf)).toBe(
      'Jana Weiss besides',
    );
    expect(overrideWords({ kind: 'remove', contactId: null, replacedContactId: 'tom' }, nameOf)).toBe(
      'Without Tom Becker',
    );
  });
});

it('people are listed as one says them', () => {
  expect(peopleWords(['Ada'])).toBe('Ada');
  expect(peopleWords(['Ada', 'Ben', 'Cem'])).toBe('Ada, Ben and Cem');
});

describe('the weeks of a calendar', () => {
  it('begin on the Monday of the date that the address names', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(firstShown('2026-12-31', at, BERLIN)).toBe('2026-12-28');
  });

  it('begin this week where the address names none, or nonsense', () => {
    expect(firstShown(null, at, BERLIN)).toBe('2026-11-16');
    expect(firstShown('tomorrow', at, BERLIN)).toBe('2026-11-16');
    expect(firstShown('2026-13-45', at, BERLIN)).toBe('2026-11-16');
  });

  it('take this week from the wall of the zone', () => {
    const sundayNight = new Date('2026-11-22T23:30Z');
    expect(firstShown(null, sundayNight, BERLIN)).toBe('2026-11-23');
    expect(firstShown(null, sundayNight, 'America/New_York')).toBe('2026-11-16');
  });

  it('are an hour longer in all when the clocks go back among them', () => {
    const { from, to } = shownSpan('2026-10-05', BERLIN);
    expect(Date.parse(to) - Date.parse(from)).toBe(28 * DAY + 3_600_000);
  });

  it('are numbered by ISO 8601', () => {
    expect(weekNumber('2026-11-23')).toBe(48);
    expect(weekNumber('2025-12-29')).toBe(1);
    expect(weekNumber('2026-12-28')).toBe(53);
  });
});

describe('when who is on call is read again', () => {
  it('is at the next hand-over of any schedule', () => {
    const until = (ms: number) => ({ at, until: new Date(at.getTime() + ms) });
    expect(nextLookMs([until(90_000), until(30_000), { at, until: null }])).toBe(31_000);
  });

  it('is at least every ten minutes, and never without a pause', () => {
    expect(nextLookMs([])).toBe(600_000);
    expect(nextLookMs(undefined)).toBe(600_000);
    expect(nextLookMs([{ at, until: new Date(at.getTime() - 5_000) }])).toBe(1_000);
  });
});

describe('the colour of a person', () => {
  it('is that of their place in the rotations, whoever else is shown', () => {
    const rotations = [{ contactIds: ['jana', 'tom'] }, { contactIds: ['tom', 'cem'] }];
    const alone = personColours(rotations, []);
    const withOthers = personColours(rotations, ['zoe', 'ada', 'tom']);
    expect(['jana', 'tom', 'cem'].map(withOthers)).toEqual(['jana', 'tom', 'cem'].map(alone));
    expect(new Set(['jana', 'tom', 'cem', 'ada', 'zoe'].map(withOthers)).size).toBe(5);
  });
});
