import { expect, it } from 'vitest';
import { percentWords, ruleWords, secondsWords, spanWords } from '../../app/manage/wall/wall-words';
import { defaultServiceRules } from '../../src/domain/tenancy/model';

it('a share is never shown as the goal that it missed', () => {
  expect(percentWords(0.7999)).toBe('79 %');
  expect(percentWords(0.8)).toBe('80 %');
  expect(percentWords(0.29)).toBe('29 %');
  expect(percentWords(1)).toBe('100 %');
  expect(percentWords(null)).toBe('–');
});

it('seconds stand as on a telephone', () => {
  expect(secondsWords(6.6)).toBe('0:07');
  expect(secondsWords(90)).toBe('1:30');
  expect(secondsWords(null)).toBe('–');
});

it('the rule names what becomes of callers who gave up', () => {
  expect(ruleWords(defaultServiceRules)).toBe(
    'Goal: 80 % within 20 s of the first ring; callers who gave up count as missed after 5 s.',
  );
  expect(ruleWords({ ...defaultServiceRules, abandonedRule: 'left_out' })).toContain('are left out');
});

it('every figure comes with the counts it is made of', () => {
  const figures = { received: 24, answered: 19, abandoned: 5, inTime: 17, counted: 20, answerSeconds: 260 };
  expect(spanWords(figures)).toEqual({
    level: '85 % (17 of 20)',
    asa: '0:14 (19 answered)',
    abandoned: '20 % (5 of 24)',
  });
});
