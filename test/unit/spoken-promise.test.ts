import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseStyles } from '../../src/domain/playbooks/model';
import { dueWords } from '../../src/domain/promises/due-words';
import { promiseKinds, promiseOwners } from '../../src/domain/promises/model';
import { promiseStyle, spokenPromise } from '../../src/domain/promises/spoken-promise';

const today = 'today by 17:00 (Berlin)';

describe('the sentence of a promise', () => {
  it.each([
    ['callback', '', 'We will call you back today by 17:00 (Berlin).'],
    [
      'callback',
      'the wrong payslip.',
      'We will call you back today by 17:00 (Berlin) about the wrong payslip.',
    ],
    ['information', 'When it comes', 'We will tell you when it comes, today by 17:00 (Berlin).'],
    ['document', ' The new\npayslip ', 'We will send you the new payslip today by 17:00 (Berlin).'],
    ['fix', 'the second payment', 'We will put right the second payment today by 17:00 (Berlin).'],
    ['other', 'to stop the letters', 'We will stop the letters today by 17:00 (Berlin).'],
  ] as const)('%s "%s": %s', (kind, what, sentence) => {
    expect(spokenPromise({ kind, what, owner: 'service', dueWords: today }, 'will')).toBe(sentence);
  });

  it('promises an attempt and no more where that is the style', () => {
    const promise = { kind: 'callback', what: '', owner: 'service', dueWords: today } as const;
    expect(spokenPromise(promise, 'will_try')).toBe('We will try to call you back today by 17:00 (Berlin).');
    expect(spokenPromise({ ...promise, owner: 'operator' }, 'will_try')).toBe(
      'I will try to call you back today by 17:00 (Berlin).',
    );
  });

  it('is one line, ends once and names the deadline, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...promiseKinds),
        fc.constantFrom(...promiseOwners),
        fc.constantFrom(...promiseStyles),
        fc.string(),
        (kind, owner, style, what) => {
          const sentence = spokenPromise({ kind, what, owner, dueWords: today }, style);
          expect(sentence).toContain(today);
          expect(sentence).not.toMatch(/[\n\r]|\.\.$/);
          expect(sentence.endsWith('.')).toBe(true);
          expect(sentence.startsWith(`${owner === 'operator' ? 'I' : 'We'} will `)).toBe(true);
          expect(/^\w+ will try to /.test(sentence)).toBe(style === 'will_try');
        },
      ),
    );
  });

  it('follows the stricter of the briefing and the playbook', () => {
    expect(promiseStyle(null, 'will')).toBe('will');
    expect(promiseStyle('will_fix', 'will')).toBe('will');
    expect(promiseStyle('will_fix', 'will_try')).toBe('will_try');
    expect(promiseStyle('will_try', 'will')).toBe('will_try');
    expect(promiseStyle('none', 'will')).toBe('will_try');
  });
});

describe('a deadline as it is said', () => {
  const noon = new Date('2026-03-28T11:00:00Z');

  it.each([
    ['2026-03-28T16:00:00Z', 'today by 17:00 (Berlin)'],
    // The clocks go forward in that night.
    ['2026-03-29T07:00:00Z', 'tomorrow by 09:00 (Berlin)'],
    ['2026-03-31T07:00:00Z', 'by Tue 31 Mar, 09:00 (Berlin)'],
  ])('%s: %s', (at, words) => {
    expect(dueWords(new Date(at), noon, 'Europe/Berlin')).toBe(words);
  });

  it('speaks of the days of the client’s clocks, not of the operator’s', () => {
    const late = new Date('2026-03-28T23:30:00Z');
    expect(dueWords(new Date('2026-03-29T00:30:00Z'), late, 'America/New_York')).toBe(
      'today by 20:30 (New York)',
    );
  });

  it('knows tomorrow also at midnight of a day with 25 hours', () => {
    const midnight = new Date('2026-10-24T22:00:00Z');
    expect(dueWords(new Date('2026-10-26T08:00:00Z'), midnight, 'Europe/Berlin')).toBe(
      'tomorrow by 09:00 (Berlin)',
    );
  });
});
