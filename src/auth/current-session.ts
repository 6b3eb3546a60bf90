import { headers } from 'next/headers';
import { cache } from 'react';
import type { Session } from '../db/gate';
import { resolveSession } from './resolve-actor';

export type { Session };

/** Who is signed in, for server components; asked once a request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  return resolveSession((await headers()).get('cookie'));
});
