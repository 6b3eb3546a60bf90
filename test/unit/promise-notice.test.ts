import { expect, it } from 'vitest';
import type { PromiseCard } from '../../src/domain/promises/model';
import { deadlineWords, latenessWords, promiseNotice } from '../../src/domain/promises/promise-notice';
import { promiseStanding } from '../../src/domain/promises/promise-standing';
import { HOUR, MINUTE } from '../../src/kernel/duration';
import { promiseCard } from '../support/promise-card';

const promise = promiseCard({ callerName: 'Kim Park', callerPhone: '+4915112345678' });
const { dueAt } = promise;
const reader = {
  pathOf: ({ id }: PromiseCard) => `/manage/promises/${id}`,
  path: '/manage/promises',
  because: null,
};

it('a deadline is told by the client’s clock, and by the caller’s where it shows something else', () => {
  expect(deadlineWords(promise)).toBe('Mon 30 Mar, 17:00 (Europe/Berlin)');
  expect(deadlineWords({ ...promise, callerTimeZone: 'Europe/Rome' })).toBe(
    'Mon 30 Mar, 17:00 (Europe/Berlin)',
  );
  expect(deadlineWords({ ...promise, callerTimeZone: 'America/New_York' })).toBe(
    'Mon 30 Mar, 17:00 (Europe/Berlin); for the caller Mon 30 Mar, 11:00 (America/New_York)',
  );
});

it('a reminder says what, whose it is and by when, and neither who the caller is nor their number', () => {
  const notice = promiseNotice([promise], 'warned', reader, 0);
  expect(notice).toEqual({
    subject: 'A promise is about to break: Brightwater Payroll, Mon 30 Mar, 17:00 (Europe/Berlin)',
    lines: [
      'A caller of Brightwater Payroll was promised a call back (the wrong payslip), by Mon 30 Mar, 17:00 (Europe/Berlin).',
      'It is for anybody of the answering service; Olga Operator gave it.',
      'It is still open. Whoever can keep it now, or agrees on another time with the caller, saves it.',
    ],
    path: '/manage/promises/p1',
    linkWords: 'Open the promise',
  });
});

it('what comes late says how late, and seconds are not late', () => {
  expect(latenessWords(MINUTE)).toBe('');
  expect(latenessWords(26 * HOUR)).toBe('late by 1 d');
  const { lines } = promiseNotice(
    [promise],
    'due',
    { ...reader, because: 'Nobody is at a desk now.' },
    3 * HOUR,
  );
  expect(lines[0]).toBe('Nobody is at a desk now.');
  expect(lines).toContain('This reminder is late by 3 h: Calmline could not give it in time.');
});

it('many are told of together: the first ten, and how many more', () => {
  const [first, ...rest] = Array.from({ length: 12 }, (_, n) => ({
    ...promise,
    id: `${n}`,
    what: `matter ${n}`,
  }));
  if (first === undefined) throw new Error('There are twelve.');
  const { lines, path } = promiseNotice([first, ...rest], 'overdue', reader, 0);
  expect(lines[0]).toContain('12 callers of Brightwater Payroll were promised a call back');
  expect(lines.filter((line) => line.startsWith('· '))).toHaveLength(10);
  expect(lines).toContain('And 2 more.');
  expect(path).toBe('/manage/promises');
});

it('at the deadline itself a promise is neither overdue nor late', () => {
  const later = new Date(dueAt.getTime() + 1);
  expect(promiseStanding(promise, dueAt)).toBe('open');
  expect(promiseStanding(promise, later)).toBe('overdue');
  expect(promiseStanding({ ...promise, state: 'kept', endedAt: dueAt }, later)).toBe('kept');
  expect(promiseStanding({ ...promise, state: 'kept', endedAt: later }, later)).toBe('kept_late');
});
