import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { signAcknowledgeLink, verifyAcknowledgeLink } from '../../src/kernel/acknowledge-link';
import { signCarrierLink, verifyCarrierLink } from '../../src/kernel/carrier-link';
import { newId } from '../../src/kernel/ids';
import { signShortLink } from '../../src/kernel/short-link';

const secret = 'a secret of at least thirty-two characters';
const now = new Date('2026-03-02T09:00:00Z');
const DAY = 24 * 3_600_000;
const claims = { organizationId: newId(), clientId: newId(), deliveryId: newId() };
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

it.each([claims, { ...claims, clientId: null }])(
  'the short link of a text message says what the long one of an e-mail says',
  async (given) => {
    const short = signShortLink(given, secret, now);
    const long = await signAcknowledgeLink(given, secret, now);
    expect(short.length).toBeLessThanOrEqual(92);
    expect(short).toMatch(/^[\w-]+$/);
    expect(await verifyAcknowledgeLink(short, secret, now)).toEqual({ kind: 'valid', claims: given });
    expect(await verifyAcknowledgeLink(short, secret, now)).toEqual(
      await verifyAcknowledgeLink(long, secret, now),
    );
    expect(signShortLink(given, secret, now)).toBe(short);
  },
);

it('a short link ends, and an edited one never was one', async () => {
  const short = signShortLink(claims, secret, now);
  expect(await verifyAcknowledgeLink(short, secret, later(7.9 * DAY))).toMatchObject({ kind: 'valid' });
  expect(await verifyAcknowledgeLink(short, secret, later(8 * DAY))).toEqual({ kind: 'expired' });
  const bytes = Buffer.from(short, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const edited = Buffer.from(bytes);
    edited[at] = (edited[at] ?? 0) ^ 1;
    expect(await verifyAcknowledgeLink(edited.toString('base64url'), secret, now)).toEqual({
      kind: 'invalid',
    });
  }
  for (const wrong of ['', 'x', short.slice(0, -1), `${short}A`, `${short}==`, short.slice(4)]) {
    expect(await verifyAcknowledgeLink(wrong, secret, now)).toEqual({ kind: 'invalid' });
  }
  expect(await verifyAcknowledgeLink(short, `${secret}!`, now)).toEqual({ kind: 'invalid' });
});

it("the carrier's token is its own kind: no link opens with it, and no link passes for one", async () => {
  const about = { ...claims, attemptId: newId() };
  const token = signCarrierLink(about, secret, now);
  expect(await verifyCarrierLink(token, secret, now)).toEqual(about);
  expect(await verifyCarrierLink(token, secret, later(7.1 * DAY))).toBeNull();
  expect(await verifyCarrierLink(token, `${secret}!`, now)).toBeNull();
  expect(await verifyCarrierLink(`${token}x`, secret, now)).toBeNull();
  expect(await verifyCarrierLink('', secret, now)).toBeNull();
  expect(await verifyCarrierLink(await signAcknowledgeLink(claims, secret, now), secret, now)).toBeNull();
  expect(await verifyAcknowledgeLink(token, secret, now)).toEqual({ kind: 'invalid' });
});

it("the carrier's token is to the letter what the release before signed", async () => {
  const about = { ...claims, attemptId: newId() };
  const before = await new SignJWT({ o: about.organizationId, c: about.clientId, a: about.attemptId })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(about.deliveryId)
    .setAudience('calmline:carrier')
    .setExpirationTime(Math.floor(now.getTime() / 1_000) + (7 * DAY) / 1_000)
    .sign(new TextEncoder().encode(`calmline:carrier:${secret}`));
  expect(signCarrierLink(about, secret, now)).toBe(before);
});
