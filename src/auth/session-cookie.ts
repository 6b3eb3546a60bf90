import { parse } from 'cookie';
import { decode } from 'next-auth/jwt';
import { env } from '../env';

/** `__Host-` needs https: the browser then refuses the cookie from subdomains and over plain http. */
export function sessionCookieName(): string {
  return env().PUBLIC_URL.startsWith('https:') ? '__Host-calmline.session' : 'calmline.session';
}

/**
 * Opening a sealed cookie costs a key derivation; what was inside never changes. Whether the session may still act is
 * asked of its row every time.
 */
const opened = new Map<string, string>();
const REMEMBERED = 5_000;

/** The session id inside a request's cookie, or null. Says nothing about whether that session may still act. */
export async function readSessionId(cookieHeader: string | null | undefined): Promise<string | null> {
  const token = parse(cookieHeader ?? '')[sessionCookieName()];
  if (token === undefined) return null;
  const known = opened.get(token);
  if (known !== undefined) return known;
  const sessionId = await open(token);
  if (sessionId === null) return null;
  const [oldest] = opened.keys();
  if (opened.size >= REMEMBERED && oldest !== undefined) opened.delete(oldest);
  opened.set(token, sessionId);
  return sessionId;
}

async function open(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: env().AUTH_SECRET });
    return typeof claims?.['sid'] === 'string' ? claims['sid'] : null;
  } catch {
    // Edited, expired, or sealed with another secret: as good as none.
    return null;
  }
}
