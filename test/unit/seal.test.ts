import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { seal, unseal } from '../../src/auth/seal';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const secret = fc.string({ unit: 'grapheme', maxLength: 60 });

it('gives a secret back, and shows nothing of it meanwhile', () => {
  fc.assert(
    fc.property(secret, (text) => {
      const sealed = seal(text);
      expect(sealed).toMatch(/^[\w-]{38,}$/);
      expect(unseal(sealed)).toBe(text);
      expect(seal(text)).not.toBe(sealed);
    }),
  );
});

it('refuses what was edited, in any byte', () => {
  fc.assert(
    fc.property(secret, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, change) => {
      const bytes = Buffer.from(seal(text), 'base64url');
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(() => unseal(bytes.toString('base64url'))).toThrow();
    }),
  );
});

it.each(['', 'x', 'not sealed by anybody, though it is long enough'])('refuses "%s"', (text) => {
  expect(() => unseal(text)).toThrow();
});

it('refuses what was sealed with another key', async () => {
  const sealed = seal('whsec_of_the_switch');
  vi.stubEnv('ENCRYPTION_KEY', 'fedcba9876543210'.repeat(4));
  vi.resetModules();
  const moved = await import('../../src/auth/seal');
  expect(() => moved.unseal(sealed)).toThrow();
  expect(moved.unseal(moved.seal('whsec_of_the_switch'))).toBe('whsec_of_the_switch');
});
