import { jwtVerify, SignJWT } from 'jose';
import { verifyShortLink, type LinkClaims, type VerifiedLink } from './short-link';

export type { LinkClaims } from './short-link';

const AUDIENCE = 'calmline:acknowledge';

const keyOf = (secret: string) => new TextEncoder().encode(`${AUDIENCE}:${secret}`);

/** A compact JWS (RFC 7515, HS256) that stands in the link of one message; valid for a week from `now`. */
export async function signAcknowledgeLink(claims: LinkClaims, secret: string, now: Date): Promise<string> {
  const issued = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ o: claims.organizationId, c: claims.clientId })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.deliveryId)
    .setAudience(AUDIENCE)
    .setExpirationTime(issued + 7 * 24 * 60 * 60)
    .sign(keyOf(secret));
}

/**
 * Links of text messages are of another, shorter form (see short-link.ts).
 * @param now from the database's clock
 */
export async function verifyAcknowledgeLink(token: string, secret: string, now: Date): Promise<VerifiedLink> {
  if (!token.includes('.')) return verifyShortLink(token, secret, now);
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      currentDate: now,
    });
    const { o, c, sub } = payload;
    const isComplete = typeof o === 'string' && typeof sub === 'string';
    if (!isComplete || (c !== null && typeof c !== 'string')) return { kind: 'invalid' };
    return { kind: 'valid', claims: { organizationId: o, clientId: c, deliveryId: sub } };
  } catch (error) {
    const isExpired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
    return { kind: isExpired ? 'expired' : 'invalid' };
  }
}
