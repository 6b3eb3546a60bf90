import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promiseDeadlines } from '../../app/desk/promise-deadlines';
import { emptyPromise, readPromise, writtenPromise } from '../../app/desk/promise-draft';
import { promiseKinds, promiseOwners } from '../../src/domain/promises/model';
import { after, HOUR } from '../../src/kernel/duration';

const berlin = 'Europe/Berlin';
const words = (now: string, zone: string, resolution: 'call_back' | 'solve_now' = 'call_back') =>
  promiseDeadlines(new Date(now), zone, resolution).map((deadline) => deadline.words);

describe('the deadlines that are offered', () => {
  test('are the afternoon, two hours and tomorrow by the client’s clocks', () => {
    const offered = promiseDeadlines(new Date('2026-03-27T10:02:00Z'), berlin, 'call_back');
    expect(offered).toEqual([
      { words: 'Today 17:00', dueAt: new Date('2026-03-27T16:00:00Z') },
      { words: 'In 2 hours, 13:05', dueAt: new Date('2026-03-27T12:05:00Z') },
      { words: 'Tomorrow 09:00', dueAt: new Date('2026-03-28T08:00:00Z') },
    ]);
  });

  test('of a method that settles in the call begin with half an hour', () => {
    expect(words('2026-03-27T10:00:00Z', berlin, 'solve_now')[0]).toBe('In 30 minutes, 11:30');
  });

  test('of a method that calls back stay within the day after five', () => {
    expect(words('2026-03-27T16:30:00Z', berlin)[0]).toBe('Today 20:00');
    expect(words('2026-03-27T16:30:00Z', berlin, 'solve_now')).not.toContain('Today 20:00');
    expect(words('2026-03-27T21:30:00Z', berlin)).toEqual(['In 2 hours, 28 Mar, 00:30', 'Tomorrow 09:00']);
  });

  test('know the morning after a night in which the clocks change, and the client’s day', () => {
    const [, , tomorrow] = promiseDeadlines(new Date('2026-03-28T10:00:00Z'), berlin, 'call_back');
    expect(tomorrow).toEqual({ words: 'Tomorrow 09:00', dueAt: new Date('2026-03-29T07:00:00Z') });
    // Berlin has Saturday already, New York still Friday.
    const [today] = promiseDeadlines(new Date('2026-03-27T20:30:00Z'), 'America/New_York', 'call_back');
    expect(today).toEqual({ words: 'Today 17:00', dueAt: new Date('2026-03-27T21:00:00Z') });
  });

  test('always lie ahead, within two days', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-01-01'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom(berlin, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia');
    fc.assert(
      fc.property(instant, zone, fc.constantFrom('call_back', 'solve_now'), (now, place, resolution) => {
        const offered = promiseDeadlines(now, place, resolution);
        expect(offered.length).toBeGreaterThanOrEqual(2);
        for (const { dueAt } of offered) {
          expect(dueAt.getTime()).toBeGreaterThan(now.getTime());
          expect(dueAt.getTime()).toBeLessThan(after(now, 48 * HOUR).getTime());
        }
      }),
    );
  });
});

describe('a half-written promise', () => {
  test('is read as it was written', () => {
    const draft = fc.record({
      kind: fc.constantFrom(...promiseKinds),
      what: fc.string(),
      owner: fc.constantFrom(...promiseOwners),
      dueAt: fc.constantFrom(null, '2026-03-27T16:00:00.000Z'),
    });
    fc.assert(
      fc.property(draft, (promise) => {
        expect(readPromise(writtenPromise(promise))).toEqual(promise);
      }),
    );
  });

  test('joins what was kept with what was written before that had been read', () => {
    const kept = writtenPromise({ ...emptyPromise, what: 'the payslip', dueAt: '2026-03-27T16:00:00.000Z' });
    const typed = writtenPromise({ ...emptyPromise, kind: 'document' });
    expect(readPromise(`${kept}\n${typed}`)).toEqual({
      kind: 'document',
      what: 'the payslip',
      owner: 'operator',
      dueAt: '2026-03-27T16:00:00.000Z',
    });
  });

  test('leaves nothing behind while it is empty, and forgives what is not ours', () => {
    expect(writtenPromise(emptyPromise)).toBe('');
    for (const text of [
      '',
      'null',
      '[]',
      '{',
      '"x"',
      '{"kind":"gift","what":1,"owner":"me","dueAt":"soon"}',
    ]) {
      expect(readPromise(text)).toEqual(emptyPromise);
    }
  });
});
