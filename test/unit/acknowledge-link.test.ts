import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { signAcknowledgeLink, verifyAcknowledgeLink } from '../../src/kernel/acknowledge-link';
import { after, DAY, SECOND } from '../../src/kernel/duration';

const secret = 'a secret of at least thirty-two characters';
const now = new Date('2026-03-29T12:00:00Z');
const claims = {
  organizationId: '0198c0de-0000-7000-8000-000000000001',
  clientId: '0198c0de-0000-7000-8000-000000000002',
  deliveryId: '0198c0de-0000-7000-8000-000000000003',
};
const audience = 'calmline:acknowledge';

describe('the link of a message', () => {
  it('says which message it came with, for a client or for none', async () => {
    const anyClaims = fc.record({
      organizationId: fc.uuid(),
      clientId: fc.option(fc.uuid()),
      deliveryId: fc.uuid(),
    });
    await fc.assert(
      fc.asyncProperty(anyClaims, async (given) => {
        const token = await signAcknowledgeLink(given, secret, now);
        expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'valid', claims: given });
      }),
    );
  });

  it('is valid for a week, to the second, by the clock it is given', async () => {
    const token = await signAcknowledgeLink(claims, secret, now);
    const end = after(now, 7 * DAY);
    expect((await verifyAcknowledgeLink(token, secret, after(end, -SECOND))).kind).toBe('valid');
    expect((await verifyAcknowledgeLink(token, secret, end)).kind).toBe('expired');
    expect((await verifyAcknowledgeLink(token, secret, after(end, 300 * DAY))).kind).toBe('expired');
  });

  it('is worth nothing under another secret', async () => {
    const token = await signAcknowledgeLink(claims, `${secret}!`, now);
    expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'invalid' });
  });

  it('is worth nothing once a character was changed, left out or added', async () => {
    const token = await signAcknowledgeLink(claims, secret, now);
    const character = fc.constantFrom(...'ABCdef012-_.=');
    // The last character is left out: its two lowest bits carry nothing.
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), character, fc.nat(2), async (at, other, kind) => {
        const tail = token.slice(kind === 1 ? at : at + 1);
        const edited = token.slice(0, at) + (kind === 2 ? '' : other) + tail;
        fc.pre(edited !== token);
        expect((await verifyAcknowledgeLink(edited, secret, now)).kind).toBe('invalid');
      }),
    );
  });

  it.each(['', 'x', 'a.b.c', '..', 'null'])('is not "%s"', async (token) => {
    expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'invalid' });
  });

  it('tells an expired one from an edited one only when the signature is right', async () => {
    const token = await signAcknowledgeLink(claims, 'another secret of thirty-two characters', now);
    expect(await verifyAcknowledgeLink(token, secret, after(now, 8 * DAY))).toEqual({ kind: 'invalid' });
  });
});

describe('a token that somebody else made', () => {
  const key = new TextEncoder().encode(`${audience}:${secret}`);
  const draft = (payload: Record<string, unknown>, alg = 'HS256') =>
    new SignJWT(payload).setProtectedHeader({ alg }).setExpirationTime(after(now, DAY));
  const good = { o: claims.organizationId, c: null };

  it('is read when it is made exactly like ours', async () => {
    const token = await draft(good).setSubject(claims.deliveryId).setAudience(audience).sign(key);
    expect((await verifyAcknowledgeLink(token, secret, now)).kind).toBe('valid');
  });

  it.each([
    ['for another purpose', draft(good).setSubject('x').setAudience('calmline:session')],
    ['for no stated purpose', draft(good).setSubject('x')],
    ['without a message', draft(good).setAudience(audience)],
    ['without an organization', draft({ c: null }).setSubject('x').setAudience(audience)],
    ['that does not say whether it has a client', draft({ o: 'x' }).setSubject('x').setAudience(audience)],
    ['with a client that is no id', draft({ o: 'x', c: 7 }).setSubject('x').setAudience(audience)],
  ])('is refused %s', async (_, unsigned) => {
    expect(await verifyAcknowledgeLink(await unsigned.sign(key), secret, now)).toEqual({ kind: 'invalid' });
  });

  it('is refused without a signature', async () => {
    const token = new UnsecuredJWT(good).setSubject('x').setAudience(audience).encode();
    expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'invalid' });
  });

  it('is refused when signed in another way, even with our key', async () => {
    const token = await draft(good, 'HS512').setSubject('x').setAudience(audience).sign(key);
    expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'invalid' });
  });
});
