import { createHmac } from 'node:crypto';
import { jwtVerify } from 'jose';

/** Which hand-over of which message the carrier speaks of when it calls back. */
export type CarrierClaims = {
  organizationId: string;
  clientId: string | null;
  deliveryId: string;
  attemptId: string;
};

const AUDIENCE = 'calmline:carrier';

const keyOf = (secret: string) => new TextEncoder().encode(`${AUDIENCE}:${secret}`);

const VALID_SECONDS = 7 * 24 * 60 * 60;

const encode = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

/**
 * A compact JWS (RFC 7515, HS256) that stands in the addresses that a carrier calls back; valid for a week from `now`.
 * Each message has one: signed with Node's own HMAC it costs a twentieth of what it costs by jose.
 */
export function signCarrierLink(claims: CarrierClaims, secret: string, now: Date): string {
  const { organizationId: o, clientId: c, attemptId: a, deliveryId: sub } = claims;
  const exp = Math.floor(now.getTime() / 1_000) + VALID_SECONDS;
  const content = `${encode({ alg: 'HS256' })}.${encode({ o, c, a, sub, aud: AUDIENCE, exp })}`;
  return `${content}.${createHmac('sha256', keyOf(secret)).update(content).digest('base64url')}`;
}

/**
 * @param now from the database's clock
 * @returns null for a token that was edited, is of another kind, or has expired
 */
export async function verifyCarrierLink(
  token: string,
  secret: string,
  now: Date,
): Promise<CarrierClaims | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: now,
    });
    const { o, c, a, sub } = payload;
    const isComplete = typeof o === 'string' && typeof a === 'string' && typeof sub === 'string';
    if (!isComplete || (c !== null && typeof c !== 'string')) return null;
    return { organizationId: o, clientId: c, deliveryId: sub, attemptId: a };
  } catch (error) {
    // Whatever is wrong with it: the carrier's own signature was right, so the token is old or not ours.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return null;
    throw error;
  }
}
