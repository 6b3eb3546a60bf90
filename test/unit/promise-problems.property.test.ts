import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseRules } from '../../src/domain/briefings/model';
import { promiseKinds, promiseOwners } from '../../src/domain/promises/model';
import { promiseProblems, type PromiseAtHand } from '../../src/domain/promises/promise-problems';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';

const now = new Date('2026-03-27T12:00:00Z');

/** What may be promised, whatever the rule: a call back this afternoon by anybody of the service. */
const fine: PromiseAtHand = {
  kind: 'callback',
  what: 'the wrong payslip',
  owner: 'service',
  dueAt: after(now, 5 * HOUR),
  now,
  earliest: now,
  rule: null,
  endsAt: null,
  hasSomebodyBefore: true,
  hasNumber: true,
};

const fieldsOf = (promise: PromiseAtHand) => promiseProblems(promise).map(({ field }) => field);

const instant = fc
  .integer({ min: -200 * 24 * 60, max: 200 * 24 * 60 })
  .map((minutes) => after(now, minutes * MINUTE));
const anyPromise: fc.Arbitrary<PromiseAtHand> = fc.record({
  kind: fc.constantFrom(...promiseKinds),
  what: fc.oneof(fc.constant(''), fc.constant('  '), fc.string()),
  owner: fc.constantFrom(...promiseOwners),
  dueAt: fc.option(instant),
  now: fc.constant(now),
  earliest: fc.integer({ min: 0, max: 120 }).map((minutes) => after(now, -minutes * MINUTE)),
  rule: fc.option(fc.constantFrom(...promiseRules)),
  endsAt: fc.option(instant),
  hasSomebodyBefore: fc.boolean(),
  hasNumber: fc.boolean(),
});

describe('a promise', () => {
  it('that is permitted, in time and somebody’s to keep has no problem', () => {
    expect(promiseProblems(fine)).toEqual([]);
    for (const kind of promiseKinds) expect(fieldsOf({ ...fine, kind, rule: 'will_try' })).toEqual([]);
  });

  it('whatever it is, is told each of its problems once, at a field of the form, in a sentence', () => {
    fc.assert(
      fc.property(anyPromise, (promise) => {
        const problems = promiseProblems(promise);
        const fields = problems.map(({ field }) => field);
        expect(new Set(problems.map(({ words }) => words)).size).toBe(problems.length);
        for (const field of fields) expect(['kind', 'what', 'owner', 'dueAt']).toContain(field);
        for (const { words } of problems) expect(words).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  it('without problems always has words, and a deadline between the ring and 90 days', () => {
    fc.assert(
      fc.property(anyPromise, (promise) => {
        fc.pre(promiseProblems(promise).length === 0);
        expect(promise.what.trim()).not.toBe('');
        const { dueAt, earliest } = promise;
        expect(dueAt?.getTime()).toBeGreaterThan(earliest.getTime());
        expect(dueAt?.getTime()).toBeLessThanOrEqual(after(now, 90 * DAY).getTime());
      }),
    );
  });

  it('where no remedy may be promised is a call back or information, and nothing else', () => {
    fc.assert(
      fc.property(anyPromise, (promise) => {
        const isServiceOnly = promise.kind === 'callback' || promise.kind === 'information';
        const forbidden = promiseProblems({ ...promise, hasNumber: true, rule: 'none' });
        expect(forbidden.some(({ field }) => field === 'kind')).toBe(!isServiceOnly);
        const permitted = promiseProblems({ ...promise, hasNumber: true, rule: 'will_fix' });
        expect(permitted.some(({ field }) => field === 'kind')).toBe(false);
      }),
    );
  });

  it('is never refused for its style: the sentence says "try", the record is the same', () => {
    fc.assert(
      fc.property(anyPromise, (promise) => {
        expect(promiseProblems({ ...promise, rule: 'will_try' })).toEqual(
          promiseProblems({ ...promise, rule: 'will_fix' }),
        );
      }),
    );
  });

  it('of the client’s contact needs somebody who is told in time; of the service it does not', () => {
    const late = { ...fine, hasSomebodyBefore: false };
    expect(fieldsOf({ ...late, owner: 'client' })).toEqual(['owner']);
    expect(fieldsOf({ ...late, owner: 'operator' })).toEqual([]);
    expect(fieldsOf({ ...late, owner: 'service' })).toEqual([]);
  });

  it('to call back needs a number; any other does not', () => {
    for (const kind of promiseKinds) {
      expect(fieldsOf({ ...fine, kind, hasNumber: false })).toEqual(kind === 'callback' ? ['kind'] : []);
    }
  });
});

describe('a deadline', () => {
  it('that has passed is refused; heard of late, the ring counts', () => {
    const passed = { ...fine, dueAt: after(now, -1) };
    expect(fieldsOf(passed)).toEqual(['dueAt']);
    expect(fieldsOf({ ...fine, dueAt: now })).toEqual(['dueAt']);
    expect(fieldsOf({ ...passed, earliest: after(now, -MINUTE) })).toEqual([]);
  });

  it('lies at most 90 days ahead', () => {
    expect(fieldsOf({ ...fine, dueAt: after(now, 90 * DAY) })).toEqual([]);
    expect(fieldsOf({ ...fine, dueAt: after(now, 90 * DAY + 1) })).toEqual(['dueAt']);
  });

  it('of the service lies before the end of the briefing, whose words it needs; the client’s may lie after it', () => {
    const beyond = { ...fine, endsAt: after(now, 4 * HOUR) };
    expect(fieldsOf(beyond)).toEqual(['dueAt']);
    expect(fieldsOf({ ...beyond, owner: 'client' })).toEqual([]);
    expect(fieldsOf({ ...beyond, dueAt: beyond.endsAt })).toEqual([]);
    // It is over already: what comes now is not bound to it.
    expect(fieldsOf({ ...fine, endsAt: after(now, -MINUTE) })).toEqual([]);
  });
});
