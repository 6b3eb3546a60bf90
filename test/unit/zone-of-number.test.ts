import { parsePhoneNumberFromString } from 'libphonenumber-js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zoneOfCaller, zoneOfNumber } from '../../src/domain/promises/zone-of-number';
import { wallClock } from '../../src/kernel/local-time';

const now = new Date('2026-11-23T12:00:00Z');

it.each([
  ['+4915112345678', 'Europe/Berlin'],
  ['+442079460000', 'Europe/London'],
  ['+393401234567', 'Europe/Rome'],
  ['+81312345678', 'Asia/Tokyo'],
  ['+12125550100', null],
  ['+61291234567', null],
  ['+34911234567', null],
  ['', null],
  ['anonymous', null],
  ['kim@park.example', null],
])('the clock of %s is %s', (phone, zone) => {
  expect(zoneOfNumber(phone, now)).toBe(zone);
});

it('is a zone that this computer knows, of a number whose country is known, or none', () => {
  const codes = fc.constantFrom('49', '1', '44', '7', '61', '55', '54', '33', '351', '62', '977', '90', '20');
  fc.assert(
    fc.property(codes, fc.stringMatching(/^[1-9]\d{7,9}$/), (code, rest) => {
      const zone = zoneOfNumber(`+${code}${rest}`, now);
      if (zone === null) return;
      expect(() => wallClock(now, zone)).not.toThrow();
      expect(parsePhoneNumberFromString(`+${code}${rest}`)?.country).toBeDefined();
    }),
  );
});

it('a caller’s clock is what they said, else that of their number, else the client’s', () => {
  const caller = { callerTimeZone: null, callerPhone: '+81312345678', clientTimeZone: 'Europe/Berlin' };
  expect(zoneOfCaller({ ...caller, callerTimeZone: 'America/Denver' }, now)).toBe('America/Denver');
  expect(zoneOfCaller(caller, now)).toBe('Asia/Tokyo');
  expect(zoneOfCaller({ ...caller, callerPhone: '+12125550100' }, now)).toBe('Europe/Berlin');
  expect(zoneOfCaller({ ...caller, callerPhone: null }, now)).toBe('Europe/Berlin');
});
