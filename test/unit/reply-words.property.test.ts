import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyWords } from '../../src/domain/notifications/reply-words';

it.each([
  ['1', 'acknowledge', 1],
  ['1 a', 'acknowledge', 1],
  ["'1a'", 'acknowledge', 1],
  ['"1A"', 'acknowledge', 1],
  ['“1A”', 'acknowledge', 1],
  ['1a   ', 'acknowledge', 1],
  ['\n 12 A.\r\n', 'acknowledge', 12],
  ['(3a)', 'acknowledge', 3],
  ['#4', 'acknowledge', 4],
  ['１ａ', 'acknowledge', 1],
  ['a1', 'acknowledge', 1],
  ['ack', 'acknowledge', null],
  ['ACK 1', 'acknowledge', 1],
  ['ack1', 'acknowledge', 1],
  ['Yes', 'acknowledge', null],
  ['ok 2', 'acknowledge', 2],
  ['1 n', 'decline', 1],
  ['1N', 'decline', 1],
  ['no', 'decline', null],
  ['No!', 'decline', null],
  ['cannot', 'decline', null],
  ["can't", 'decline', null],
  ['I can’t', 'decline', null],
  ['2 cannot', 'decline', 2],
  ['STOP', 'stop', null],
  ['Stop.', 'stop', null],
  ['unsubscribe', 'stop', null],
  ['START', 'start', null],
  ['HELP', 'help', null],
  ['info', 'help', null],
  ['?', 'help', null],
  ['', 'unclear', null],
  ['0', 'unclear', null],
  ['1 2', 'unclear', null],
  ['1 maybe', 'unclear', 1],
  ['a 1 a', 'unclear', null],
  ['4 is wrong', 'unclear', 4],
  ['stop 4', 'unclear', 4],
  ['please stop calling', 'unclear', null],
  ['+4915112345678', 'unclear', null],
  ['no problem, I take it', 'unclear', null],
])('%j is %s of %s', (text, kind, code) => {
  expect(replyWords(text)).toEqual({ kind, code });
});

const decoration = fc.constantFrom('', ' ', '  ', "'", '"', '.', '\n', '“', '”', ' !', '*');
const code = fc.integer({ min: 1, max: 99_999 });

it('a number and a word mean the same however they are written', () => {
  const written = fc.record({
    code,
    word: fc.constantFrom('', 'a', 'A', 'ack', 'Ack', 'n', 'N', 'no', 'cannot'),
    isFirst: fc.boolean(),
    between: fc.constantFrom('', ' ', '  ', '-', '. '),
    before: decoration,
    after: decoration,
  });
  fc.assert(
    fc.property(written, (one) => {
      const parts = one.isFirst ? [one.code, one.between, one.word] : [one.word, one.between, one.code];
      const kind = /^(n|no|cannot)$/i.test(one.word) ? 'decline' : 'acknowledge';
      expect(replyWords(`${one.before}${parts.join('')}${one.after}`)).toEqual({ kind, code: one.code });
    }),
  );
});

it('never takes part of a sentence for an answer', () => {
  const sentence = fc
    .array(fc.constantFrom('yes', 'no', 'later', 'maybe', 'the', 'stop', 'call', 'me'), {
      minLength: 3,
      maxLength: 12,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(sentence, (text) => {
      expect(replyWords(text)).toEqual({ kind: 'unclear', code: null });
    }),
  );
});

it('answers anything at all, and a code is always one that can be given out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { kind, code: named } = replyWords(text);
      expect(['acknowledge', 'decline', 'stop', 'start', 'help', 'unclear']).toContain(kind);
      if (named === null) return;
      expect(Number.isInteger(named) && named >= 1 && named <= 99_999).toBe(true);
      expect(['acknowledge', 'decline', 'unclear']).toContain(kind);
    }),
    { numRuns: 500 },
  );
});

it('a long text without an end takes no longer than a short one', () => {
  expect(replyWords(`${' 1'.repeat(50_000)}a`)).toEqual({ kind: 'unclear', code: null });
});
