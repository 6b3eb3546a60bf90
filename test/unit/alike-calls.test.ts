import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeCalls, isUnusual, type NotedCall } from '../../src/domain/surges/alike-calls';
import { surgeCallers, surgeCalls } from '../../src/domain/surges/model';
import { HOUR, MINUTE } from '../../src/kernel/duration';

const start = new Date('2026-11-21T09:00:00Z');
let counter = 0;

/** A call with the stems of its notes, as PostgreSQL would give them. */
function call(words: string, { caller, minute = 0 }: { caller?: string; minute?: number } = {}): NotedCall {
  counter += 1;
  return {
    callId: `call ${counter}`,
    caller: caller ?? `caller ${counter}`,
    at: new Date(start.getTime() + minute * MINUTE),
    text: words,
    words: words.split(' '),
  };
}

const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

describe('alike calls', () => {
  it('share what they are about, in whatever words', () => {
    const outage = ['internet sinc 9', 'restart router internet', 'internet street', 'internet work home'];
    const others = ['boiler servic appoint', 'quot bathroom', 'invoic copi 4411'];
    const calls = [...outage, ...others].map((words) => call(words));
    expect(alikeCalls(calls).map((group) => group.map(({ text }) => text))).toEqual([outage]);
  });

  it('are not alike by what stands in every note, nor by a number', () => {
    const notes = ['urgent upset 4411', 'call back urgent 4411', 'upset want 4411', 'want call back 4411'];
    expect(alikeCalls(notes.map((words) => call(words)))).toEqual([]);
  });

  it('are not alike by one word of a long story', () => {
    const story = (n: number) => times(15, (m) => `word${n}x${m}`).join(' ');
    const calls = times(6, (n) => call(`internet ${story(n)}`));
    expect(alikeCalls(calls)).toEqual([]);
  });

  it('of two subjects are two groups, the larger first', () => {
    const calls = [
      ...times(4, (n) => call(`shop close door${n}`)),
      ...times(5, (n) => call(`payslip wrong amount${n}`)),
    ];
    expect(alikeCalls(calls).map((group) => group.length)).toEqual([5, 4]);
  });

  it('are enough calls of enough callers, each call in one group at the most', () => {
    const words = fc.subarray(['payslip', 'wrong', 'internet', 'door', 'shop', 'urgent', 'amount', 'letter']);
    const noted = fc.record({ words, caller: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(fc.array(noted, { maxLength: 30 }), (given) => {
        const calls = given.map((one) => call(one.words.join(' '), { caller: one.caller }));
        const groups = alikeCalls(calls);
        for (const group of groups) {
          expect(group.length).toBeGreaterThanOrEqual(surgeCalls);
          expect(new Set(group.map(({ caller }) => caller)).size).toBeGreaterThanOrEqual(surgeCallers);
        }
        const all = groups.flat();
        expect(new Set(all).size).toBe(all.length);
        const sizes = groups.map(({ length }) => length);
        expect(sizes[0] ?? 0).toBe(Math.max(0, ...sizes));
      }),
    );
  });
});

describe('unusual', () => {
  const group = times(6, (n) => call('appoint doctor', { minute: n }));
  const before = (count: number, spread: number) =>
    times(count, (n) => call('appoint tomorrow', { minute: -60 - n * spread }));

  it('is what was never asked before', () => {
    expect(isUnusual(group, [])).toBe(true);
    expect(isUnusual(group, [call('invoic copi', { minute: -60 })])).toBe(true);
  });

  it('is half as many again as in the busiest hour before', () => {
    expect(isUnusual(group, before(4, 1))).toBe(true);
    expect(isUnusual(group, before(5, 1))).toBe(false);
    expect(isUnusual(group, before(50, 20))).toBe(true);
    expect(isUnusual(group, before(50, 10))).toBe(false);
  });

  it('does not depend on the order of what came before', () => {
    const offsets = fc.array(fc.integer({ min: 60, max: 600 }), { maxLength: 20 });
    fc.assert(
      fc.property(offsets, (minutes) => {
        const earlier = minutes.map((minute) => call('appoint', { minute: -minute }));
        expect(isUnusual(group, earlier.toReversed())).toBe(isUnusual(group, earlier));
        const anHour = (from: Date) =>
          earlier.filter(({ at }) => at >= from && at.getTime() < from.getTime() + HOUR).length;
        const busiest = Math.max(0, ...earlier.map(({ at }) => anHour(at)));
        expect(isUnusual(group, earlier)).toBe(group.length >= 1.5 * busiest);
      }),
    );
  });
});
