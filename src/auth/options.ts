import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { database } from '../db/client';
import { findSession, findSignInCandidates } from '../db/gate';
import { revokeSession } from '../domain/tenancy/revoke-session';
import { startSession } from '../domain/tenancy/start-session';
import { env } from '../env';
import { findMatching } from './password';
import { sessionCookieName } from './session-cookie';
import { countSignIn, forgiveSignIn } from './sign-in-limits';

/** Set by server.ts from the connection itself; whatever a browser sends under this name is removed there. */
export const ADDRESS_HEADER = 'x-calmline-address';

/** One long shift, like the session row. */
const MAX_AGE_SECONDS = 16 * 60 * 60;

/** No address holds NUL, and PostgreSQL would not take it. */
const email = z
  .string()
  .max(254)
  .refine((text) => !text.includes('\0'));
const sign = z.object({ email, password: z.string().max(1_000) });

/**
 * Checks a name and a password and begins a session.
 * @returns the session's id; null for any mismatch, which never says what did not match
 * @throws Error TOO_MANY_ATTEMPTS
 */
async function signIn(credentials: unknown, headers: Record<string, string>): Promise<string | null> {
  const given = sign.safeParse(credentials);
  if (!given.success) return null;
  const { email, password } = given.data;
  const address = headers[ADDRESS_HEADER] ?? 'unknown';
  if (!(await countSignIn(email, address))) throw new Error('TOO_MANY_ATTEMPTS');
  const candidates = await findSignInCandidates(database().sql, email.trim());
  const match = await findMatching(candidates, password);
  if (match === null) return null;
  await forgiveSignIn(email, address);
  return startSession(match.actor, { address, userAgent: headers['user-agent'] ?? '' });
}

export function authOptions(): NextAuthOptions {
  const isSecure = env().PUBLIC_URL.startsWith('https:');
  const prefix = isSecure ? '__Host-' : '';
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const;
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      csrfToken: { name: `${prefix}calmline.csrf`, options: cookie },
      callbackUrl: { name: `${prefix}calmline.callback`, options: cookie },
    },
    pages: { signIn: '/login', error: '/login' },
    providers: [
      credentialsProvider()({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const id = await signIn(credentials, (request.headers ?? {}) as Record<string, string>);
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      // The token carries the session's id and nothing else; who that is, the row says.
      jwt: ({ token, user }) => {
        const sessionId: unknown = (user as { id?: string } | undefined)?.id ?? token['sid'];
        return { sid: sessionId };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const sessionId: unknown = (token as Record<string, unknown> | undefined)?.['sid'];
        if (typeof sessionId !== 'string') return;
        const session = await findSession(database().sql, sessionId, false);
        if (session !== null) await revokeSession(session.actor, sessionId);
      },
    },
  };
}

/** Under native ESM the CommonJS module arrives wrapped. */
function credentialsProvider(): typeof CredentialsProvider {
  const wrapped = CredentialsProvider as unknown as { default?: typeof CredentialsProvider };
  return wrapped.default ?? CredentialsProvider;
}
