import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, toE164 } from '../../src/kernel/phone';

describe('a number', () => {
  it.each([
    ['+49 30 123456', '+4930123456'],
    ['+1 (555) 123-4567', '+15551234567'],
    ['+44 20 7946 0958', '+442079460958'],
    [' +4930123456 ', '+4930123456'],
  ])('"%s" is kept as %s', (text, number) => {
    expect(toE164(text)).toBe(number);
    expect(toE164(number)).toBe(number);
  });

  it('does not depend on how it is spaced', () => {
    const digits = [...'4930123456'];
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', ' - '), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(gaps, (between) => {
        const text = `+${digits.map((digit, n) => digit + (n < 9 ? (between[n] ?? '') : '')).join('')}`;
        expect(toE164(text)).toBe('+4930123456');
      }),
    );
  });

  it('written without its country is one only where the country is known', () => {
    expect(toE164('030 123456')).toBeNull();
    expect(toE164('030 123456', 'DE')).toBe('+4930123456');
  });
});

describe('text that is no number', () => {
  it.each([
    '',
    ' ',
    '+',
    'anonymous',
    'Restricted',
    'unknown',
    '12',
    '+49',
    '+0',
    '00000',
    '+999123',
    '+49869043829345249',
    '+1',
    '１２',
  ])('"%s" is none', (text) => {
    expect(toE164(text)).toBeNull();
  });

  it('is none without a digit, whatever it says', () => {
    const words = fc.string({ unit: 'binary' }).filter((text) => !/\p{Nd}/u.test(text));
    fc.assert(
      fc.property(words, (text) => {
        expect(toE164(text)).toBeNull();
      }),
    );
  });

  it('becomes null or E.164, and nothing in between', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'+0123456789 -()x#') }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 20 }).map((n) => `+${n}`),
    );
    fc.assert(
      fc.property(text, (given) => {
        const number = toE164(given);
        if (number === null) return;
        expect(number).toMatch(/^\+[1-9]\d{3,14}$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a number on a screen', () => {
  it('is grouped, and means the same', () => {
    expect(formatPhone('+4930123456')).toBe('+49 30 123456');
    expect(toE164(formatPhone('+442079460958'))).toBe('+442079460958');
  });

  it.each(['anonymous', '', 'Restricted'])('leaves "%s" as it came', (text) => {
    expect(formatPhone(text)).toBe(text);
  });
});

it('an e-mail address is shown as it is, also with digits that read like a number', () => {
  for (const address of [
    'kim@park.example',
    'kim+4915112345678@park.example',
    '+4915112345678@park.example',
  ]) {
    expect(formatPhone(address)).toBe(address);
  }
});
