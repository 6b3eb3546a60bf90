// How the figures of reports are said.
import { describe, expect, it } from 'vitest';
import {
  billingWords,
  dayInWords,
  lengthInWords,
  minutesInWords,
  shareInWords,
} from '../../src/ui/report-words';

it('a share is cut, never rounded up to a goal that it missed', () => {
  expect([0.79999, 0.8, 1, 0, null].map(shareInWords)).toEqual(['79.9 %', '80.0 %', '100.0 %', '0.0 %', '–']);
  // 29 of 100 is a hair less than 0.29 in floating point.
  expect(shareInWords(0.29)).toBe('29.0 %');
});

it('lengths are told as people say them', () => {
  expect([0, 59.4, 59.6, 200, 3_599.6, 7_500, null].map(lengthInWords)).toEqual([
    '0 s',
    '59 s',
    '1 min 00 s',
    '3 min 20 s',
    '1 h 00 min',
    '2 h 05 min',
    '–',
  ]);
  expect(minutesInWords(74_073)).toBe('1,234.6 min');
});

it('a day is said with its weekday, wherever the reader is', () => {
  expect(dayInWords('2026-03-29')).toBe('Sun 29 Mar 2026');
});

describe('the rule of a bill', () => {
  it.each([
    [60, 60, 'Each call is rounded up to steps of 60 seconds, and counts as at least 60 seconds.'],
    [1, 30, 'Each call is rounded up to whole seconds, and counts as at least 30 seconds.'],
    [6, 0, 'Each call is rounded up to steps of 6 seconds; one that took no time at all costs nothing.'],
    [30, 1, 'Each call is rounded up to steps of 30 seconds, and counts as at least 1 second.'],
  ])('%i and %i', (billingStepSeconds, billingLeastSeconds, words) => {
    expect(billingWords({ billingStepSeconds, billingLeastSeconds })).toBe(words);
  });
});
