import { hkdfSync } from 'node:crypto';
import { EncryptJWT } from 'jose';
import { sessionCookieName } from '../../src/auth/session-cookie';
import { startSession } from '../../src/domain/tenancy/start-session';
import type { Actor } from '../../src/kernel/actor';
import { authSecret } from './lanes';

export type SignedIn = { sessionId: string; cookie: string };

/** A member's browser after the sign-in: the session row and the cookie that names it. */
export async function signIn(actor: Actor): Promise<SignedIn> {
  const sessionId = await startSession(actor, { address: '127.0.0.1', userAgent: 'a test' });
  return { sessionId, cookie: await cookieOf(sessionId) };
}

/** Sealed as next-auth 4 does: a JWE under a key derived from the secret. */
export async function cookieOf(sessionId: string, secret = authSecret): Promise<string> {
  const key = hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32);
  const token = await new EncryptJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .encrypt(new Uint8Array(key));
  return `${sessionCookieName()}=${token}`;
}
