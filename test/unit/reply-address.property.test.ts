import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids';
import { readReplyAddress, writeReplyAddress } from '../../src/kernel/reply-address';

const secret = 'a secret of at least thirty-two characters';
const domain = 'reply.calm.example';
const ids = fc.oneof(fc.uuid(), fc.constant(newId()));

it('gives the delivery back, whatever mail systems do to the letters', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const address = writeReplyAddress(id, secret, 'Reply.Calm.example');
      expect(address).toMatch(/^r\+[a-z2-7]{42}@reply\.calm\.example$/);
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
      expect(readReplyAddress(address, secret, domain)).toBe(id);
      expect(readReplyAddress(` ${address.toUpperCase()} `, secret, domain)).toBe(id);
    }),
  );
});

it('knows no address that was changed in any letter of its local part', () => {
  fc.assert(
    fc.property(ids, fc.nat(41), fc.integer({ min: 1, max: 31 }), (id, place, change) => {
      const address = writeReplyAddress(id, secret, domain);
      const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
      const at = place + 2;
      const letter = alphabet[(alphabet.indexOf(address[at] ?? '') + change) % 32] ?? '';
      const changed = `${address.slice(0, at)}${letter}${address.slice(at + 1)}`;
      // The last letter of an id carries two bits that mean nothing.
      const found = readReplyAddress(changed, secret, domain);
      expect(found === null || (place === 25 && found === id)).toBe(true);
    }),
  );
});

it('knows nothing that was signed with another secret, or is for another domain, or is no such address', () => {
  const id = newId();
  expect(readReplyAddress(writeReplyAddress(id, `${secret}!`, domain), secret, domain)).toBeNull();
  expect(readReplyAddress(writeReplyAddress(id, secret, 'evil.example'), secret, domain)).toBeNull();
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      expect(readReplyAddress(text, secret, domain)).toBeNull();
      expect(readReplyAddress(`r+${text}@${domain}`, secret, domain)).toBeNull();
    }),
  );
});
