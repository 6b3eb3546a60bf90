import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallPromise } from '../../app/desk/call-promises';
import { readBackSentence, type ReadBackSource } from '../../app/desk/read-back-sentence';
import { repeatBack } from '../../app/desk/repeat-back';
import { fields } from '../support/call-desk';
import { at, noon } from '../support/desk';

const callback: CallPromise = {
  id: 'p1',
  kind: 'callback',
  what: 'the wrong payslip',
  owner: 'service',
  dueAt: at(180),
  isWaiting: false,
};

const source = (given: Partial<ReadBackSource> = {}): ReadBackSource => ({
  fields: fields(),
  promises: [],
  style: 'will',
  escalation: null,
  channel: 'phone',
  zone: 'Europe/Berlin',
  now: noon,
  ...given,
});

describe('the read-back', () => {
  it('has nothing to say before anything is known', () => {
    expect(readBackSentence(source())).toBeNull();
    expect(readBackSentence(source({ fields: fields({ callerName: 'Carl Caller' }) }))).toBeNull();
  });

  it('repeats issue, wish, promise by the client’s clocks, number and who knows of it', () => {
    const sentence = readBackSentence(
      source({
        fields: fields({
          callerName: 'Carl Caller',
          callerPhone: '+4930123456',
          issue: 'The payslip shows\nthe wrong amount',
          requestedSolution: 'The right payslip today!',
        }),
        promises: [callback],
        escalation: 'open',
      }),
    );
    expect(sentence).toBe(
      'Carl Caller, let me repeat what I have written down. ' +
        'What happened: The payslip shows the wrong amount. ' +
        'What would solve it for you: The right payslip today! ' +
        'We will call you back today by 17:00 (Berlin) about the wrong payslip. ' +
        'You can be reached at +49 30 123456. ' +
        'I am passing this on to the responsible person right now. Is that right?',
    );
  });

  it('promises no more than an attempt where the playbook or the briefing says so', () => {
    const sentence = readBackSentence(source({ promises: [callback], style: 'will_try' }));
    expect(sentence).toContain('We will try to call you back today by 17:00 (Berlin)');
    expect(sentence).not.toContain('We will call');
  });

  it('says who does it, each promise by its own deadline', () => {
    const own: CallPromise = { ...callback, id: 'p2', owner: 'operator', what: '', dueAt: at(60 * 24) };
    const sentence = readBackSentence(source({ promises: [callback, own] }));
    expect(sentence).toMatch(
      /We will call you back today by .* I will call you back tomorrow by 14:00 \(Berlin\)\./,
    );
  });

  it.each([
    ['acknowledged', 'The responsible person has your message.'],
    ['unanswered', 'I have passed this on, and I stay on it until somebody has it.'],
  ] as const)('an escalation that is %s', (escalation, words) => {
    expect(readBackSentence(source({ fields: fields({ issue: 'No payslip' }), escalation }))).toContain(
      words,
    );
  });

  it('closes the answer to a message', () => {
    const sentence = readBackSentence(source({ channel: 'email', fields: fields({ issue: 'No payslip' }) }));
    expect(sentence).toBe('Let me sum up what I have from you. What happened: No payslip. Is that right?');
  });

  it('is one line that asks for a yes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (callerName, issue, requestedSolution) => {
        const sentence = readBackSentence(
          source({ fields: fields({ callerName, issue, requestedSolution }) }),
        );
        expect(sentence === null || /^[^\r\n]*Is that right\?$/.test(sentence)).toBe(true);
        expect(sentence === null).toBe(issue.trim() === '' && requestedSolution.trim() === '');
      }),
    );
  });
});

describe('the issue, said back', () => {
  it('is a sentence of its own', () => {
    expect(repeatBack('the payslip is wrong', 'phone')).toBe('So what happened is: the payslip is wrong.');
    expect(repeatBack(' really?\n', 'email')).toBe('As I understand it: really?');
  });

  it('waits for its words', () => {
    expect(repeatBack('', 'phone')).toBe('So what happened is: …');
  });
});
