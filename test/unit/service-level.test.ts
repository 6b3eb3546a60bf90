// x % of calls answered within y seconds from the first ring, with the rule for callers who gave up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitCount } from '../../src/domain/reports/model';
import {
  abandonRate,
  averageAnswer,
  callFigures,
  isLevelMet,
  levelPart,
  serviceLevel,
} from '../../src/domain/reports/service-level';
import { abandonedRules, defaultServiceRules } from '../../src/domain/tenancy/model';

const rules = { ...defaultServiceRules, serviceLevelSeconds: 20, abandonedAfterSeconds: 5 };
const answered = (waitedSeconds: number, calls = 1): WaitCount => ({
  kind: 'answered',
  waitedSeconds,
  calls,
  totalSeconds: waitedSeconds * calls,
});
const abandoned = (waitedSeconds: number, calls = 1): WaitCount => ({
  ...answered(waitedSeconds, calls),
  kind: 'abandoned',
});
const waiting = (waitedSeconds: number): WaitCount => ({ ...answered(waitedSeconds), kind: 'waiting' });

describe('a call that was answered', () => {
  it('is in time up to the very second of the rule', () => {
    expect(levelPart(answered(0), rules)).toBe('in_time');
    expect(levelPart(answered(20), rules)).toBe('in_time');
    expect(levelPart(answered(21), rules)).toBe('missed');
  });
});

describe('a caller who gave up', () => {
  it.each([
    ['counted', 0, 'missed'],
    ['counted', 60, 'missed'],
    ['after_threshold', 5, 'left_out'],
    ['after_threshold', 6, 'missed'],
    ['left_out', 0, 'left_out'],
    ['left_out', 600, 'left_out'],
  ] as const)('under "%s" after %i s is %s', (abandonedRule, seconds, part) => {
    expect(levelPart(abandoned(seconds), { ...rules, abandonedRule })).toBe(part);
  });
});

it('says nothing where nothing counts yet', () => {
  const figures = callFigures([waiting(40), abandoned(2)], rules);
  expect(figures).toMatchObject({ received: 2, answered: 0, abandoned: 1, counted: 0 });
  expect(serviceLevel(figures)).toBeNull();
  expect(isLevelMet(figures, rules)).toBeNull();
  expect(averageAnswer(figures)).toBeNull();
  expect(abandonRate(callFigures([], rules))).toBeNull();
});

it('a busy hour: 17 of 20 in time is 85 %, and meets 80 but not 86', () => {
  const figures = callFigures([answered(10, 17), answered(45, 2), abandoned(30), abandoned(3, 4)], rules);
  expect(figures).toEqual({
    received: 24,
    answered: 19,
    abandoned: 5,
    inTime: 17,
    counted: 20,
    answerSeconds: 260,
  });
  expect(serviceLevel(figures)).toBe(0.85);
  expect(isLevelMet(figures, { serviceLevelPercent: 85 })).toBe(true);
  expect(isLevelMet(figures, { serviceLevelPercent: 86 })).toBe(false);
  expect(averageAnswer(figures)).toBeCloseTo(260 / 19);
  expect(abandonRate(figures)).toBeCloseTo(5 / 24);
});

it('is not rounded up to the promise: 79.9 % is not 80 %', () => {
  const figures = callFigures([answered(1, 799), answered(99, 201)], rules);
  expect(isLevelMet(figures, { serviceLevelPercent: 80 })).toBe(false);
});

describe('whatever the calls and the rule', () => {
  const wait = fc.record({
    kind: fc.constantFrom('answered' as const, 'abandoned' as const, 'waiting' as const),
    waitedSeconds: fc.integer({ min: 0, max: 120 }),
    calls: fc.integer({ min: 1, max: 50 }),
    totalSeconds: fc.integer({ min: 0, max: 6_000 }),
  });
  const waits = fc.array(wait, { maxLength: 30 });
  const anyRules = fc.record({
    serviceLevelPercent: fc.integer({ min: 1, max: 100 }),
    serviceLevelSeconds: fc.integer({ min: 1, max: 60 }),
    abandonedRule: fc.constantFrom(...abandonedRules),
    abandonedAfterSeconds: fc.integer({ min: 0, max: 60 }),
  });

  it('the level is a share: none below 0, none above 1, and made of calls that were received', () => {
    fc.assert(
      fc.property(waits, anyRules, (some, rule) => {
        const figures = callFigures(some, rule);
        const level = serviceLevel(figures);
        if (level !== null) {
          expect(level).toBeGreaterThanOrEqual(0);
          expect(level).toBeLessThanOrEqual(1);
        }
        expect(figures.counted).toBeLessThanOrEqual(figures.answered + figures.abandoned);
        expect(figures.answered + figures.abandoned).toBeLessThanOrEqual(figures.received);
        expect(figures.inTime).toBeLessThanOrEqual(figures.answered);
        // Every answered call counts under every rule.
        expect(figures.counted).toBeGreaterThanOrEqual(figures.answered);
      }),
    );
  });

  it('counting in two parts and adding up is counting at once, in any order', () => {
    fc.assert(
      fc.property(waits, waits, anyRules, (one, other, rule) => {
        const both = callFigures([...other, ...one], rule);
        const [a, b] = [callFigures(one, rule), callFigures(other, rule)];
        for (const name of Object.keys(both) as (keyof typeof both)[])
          expect(both[name]).toBe(a[name] + b[name]);
      }),
    );
  });

  it('more time to answer never lowers the level', () => {
    fc.assert(
      fc.property(waits, anyRules, fc.integer({ min: 0, max: 60 }), (some, rule, more) => {
        const strict = callFigures(some, rule);
        const mild = callFigures(some, { ...rule, serviceLevelSeconds: rule.serviceLevelSeconds + more });
        expect(mild.counted).toBe(strict.counted);
        expect(mild.inTime).toBeGreaterThanOrEqual(strict.inTime);
      }),
    );
  });

  it('the three rules for who gave up are ordered: counting all is strictest, leaving out mildest', () => {
    fc.assert(
      fc.property(waits, anyRules, (some, rule) => {
        const counted = (abandonedRule: (typeof abandonedRules)[number]) =>
          callFigures(some, { ...rule, abandonedRule }).counted;
        expect(counted('counted')).toBeGreaterThanOrEqual(counted('after_threshold'));
        expect(counted('after_threshold')).toBeGreaterThanOrEqual(counted('left_out'));
        expect(counted('left_out')).toBe(callFigures(some, rule).answered);
      }),
    );
  });
});
