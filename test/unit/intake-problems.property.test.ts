import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeKinds } from '../../src/domain/briefings/model';
import { intakeProblem, joinedIntake } from '../../src/domain/calls/intake-problems';

const item = (kind: (typeof intakeKinds)[number], choices: string[] = []) => ({ kind, choices });
const anyItem = fc.record({
  kind: fc.constantFrom(...intakeKinds),
  choices: fc.array(fc.string(), { maxLength: 4 }),
});
const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t') });

describe('an answer that the client asked for', () => {
  it('is never called wrong while it is empty', () => {
    fc.assert(fc.property(anyItem, blank, (asked, text) => intakeProblem(asked, text) === null));
  });

  it('that is free text is always fine', () => {
    fc.assert(fc.property(fc.string(), (text) => intakeProblem(item('text'), text) === null));
  });

  it('gets the same verdict with space around it', () => {
    fc.assert(
      fc.property(anyItem, fc.string(), blank, (asked, text, space) => {
        expect(intakeProblem(asked, space + text + space)).toBe(intakeProblem(asked, text));
      }),
    );
  });

  it('is judged in words, whatever is typed', () => {
    fc.assert(
      fc.property(anyItem, fc.string(), (asked, text) => {
        const words = intakeProblem(asked, text);
        expect(words === null || words.endsWith('.')).toBe(true);
      }),
    );
  });

  it('may be any number, as any country writes it', () => {
    const locale = fc.constantFrom('en-GB', 'de-DE', 'de-CH', 'fr-FR', 'es-ES');
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), locale, (value, tag) => {
        expect(intakeProblem(item('number'), new Intl.NumberFormat(tag).format(value))).toBeNull();
      }),
    );
  });

  it('that holds a letter is no number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,4}[a-zA-Z]+[0-9]{0,4}$/), (text) => {
        expect(intakeProblem(item('number'), text)).toBe('Write a number, for example 1250.');
      }),
    );
  });

  it('may be any of the choices, and none besides', () => {
    const choices = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(choices, fc.stringMatching(/^[a-z]{1,6}$/), (offered, text) => {
        expect(intakeProblem(item('choice', offered), text) === null).toBe(offered.includes(text));
      }),
    );
  });

  it.each([
    ['phone', '+4930123456', true],
    ['phone', '+49 30 123456', true],
    ['phone', '030 12', false],
    ['phone', 'the old one', false],
    ['email', 'ann@example.com', true],
    ['email', 'ann at example.com', false],
    ['yes_no', 'Yes', true],
    ['yes_no', 'perhaps', false],
    ['number', '-3,5', true],
    ['number', '1250,', false],
    ['number', '12/2', false],
  ] as const)('%s: “%s” is fine: %s', (kind, text, isFine) => {
    expect(intakeProblem(item(kind), text) === null).toBe(isFine);
  });
});

describe('the fields of a briefing and of a call type', () => {
  const fields = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-h]$/), label: fc.string() }), {
    selector: ({ id }) => id,
  });

  it('are each asked once, the briefing’s first and as it words them', () => {
    fc.assert(
      fc.property(fields, fields, (briefing, callType) => {
        const joined = joinedIntake(briefing, callType);
        expect(joined.slice(0, briefing.length)).toEqual(briefing);
        expect(joined.map(({ id }) => id).sort()).toEqual(
          [...new Set([...briefing, ...callType].map(({ id }) => id))].sort(),
        );
      }),
    );
  });
});
