import { jwtVerify, SignJWT } from 'jose';

/** Which hand-over of which message the carrier speaks of when it calls back. */
export type CarrierClaims = {
  organizationId: string;
  clientId: string | null;
  deliveryId: string;
  attemptId: string;
};

const AUDIENCE = 'calmline:carrier';

const keyOf = (secret: string) => new TextEncoder().encode(`${AUDIENCE}:${secret}`);

/** A compact JWS (RFC 7515, HS256) that stands in the addresses that a carrier calls back; valid for a week from `now`. */
export async function signCarrierLink(claims: CarrierClaims, secret: string, now: Date): Promise<string> {
  const issued = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ o: claims.organizationId, c: claims.clientId, a: claims.attemptId })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.deliveryId)
    .setAudience(AUDIENCE)
    .setExpirationTime(issued + 7 * 24 * 60 * 60)
    .sign(keyOf(secret));
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
