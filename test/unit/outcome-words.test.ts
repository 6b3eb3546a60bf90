// How outcome figures are said: with their counts, and only as surely as the counts allow.
import { describe, expect, it } from 'vitest';
import {
  dayBefore,
  durationWords,
  moodCountWords,
  shareWords,
} from '../../app/manage/outcomes/outcome-words';

describe('a share', () => {
  it('is said with its counts and its interval', () => {
    expect(shareWords({ count: 81, of: 263 })).toEqual({
      counts: '81 of 263',
      percent: '31 %',
      range: '26 to 37 %',
    });
  });

  it('of fewer than five is only counted', () => {
    expect(shareWords({ count: 4, of: 4 })).toEqual({ counts: '4 of 4', percent: null, range: null });
    expect(shareWords({ count: 5, of: 5 })).toMatchObject({ percent: '100 %', range: '57 to 100 %' });
  });
});

it('moods are named the calmest first, and only those that occurred', () => {
  const counts = { unknown: 40, abusive: 0, angry: 3, upset: 0, calm: 12 };
  expect(moodCountWords(counts)).toBe('12 calm, 3 angry, 40 not noted');
});

it.each([
  [9, '9 s'],
  [60, '1 min 00 s'],
  [205, '3 min 25 s'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});

it('days go back over the end of a month', () => {
  expect(dayBefore(new Date(2026, 2, 1, 0, 30), 1)).toBe('2026-02-28');
  expect(dayBefore(new Date(2026, 2, 1, 23, 30), 0)).toBe('2026-03-01');
});
