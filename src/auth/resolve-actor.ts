import { createHash } from 'node:crypto';
import { database } from '../db/client';
import { findApiKeyActor, findSession, type Session } from '../db/gate';
import type { Actor } from '../kernel/actor';
import { readSessionId } from './session-cookie';

/** Whoever the session cookie belongs to, if that session may act now. */
export async function resolveSession(
  cookieHeader: string | null | undefined,
  { isActivity = true } = {},
): Promise<Session | null> {
  const sessionId = await readSessionId(cookieHeader);
  return sessionId === null ? null : findSession(database().sql, sessionId, isActivity);
}

/** Whoever the `Authorization: Bearer` key belongs to. */
export async function resolveApiKey(authorization: string | undefined): Promise<Actor | null> {
  const key = /^Bearer ([\w-]{20,200})$/.exec(authorization ?? '')?.[1];
  return key === undefined ? null : findApiKeyActor(database().sql, hashApiKey(key));
}

/** SHA-256, hexadecimal: all that is kept of a key. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
