import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { appRouter } from '../api/root';
import { resolveSession } from '../auth/resolve-actor';
import { DomainError } from '../kernel/errors';
import { sendProblem } from './answers';
import { isJson } from './body';

export const TRPC_PREFIX = '/api/trpc/';

const MAX_BODY_BYTES = 1_000_000;

/**
 * The screens' API. Only the session cookie counts here, so a foreign page must not be able to send with it: bodies
 * are JSON by content type (which a form cannot send), and the browser's own word on the origin is believed.
 */
export async function answerTrpc(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  if (!isJson(request)) {
    return sendProblem(response, new DomainError('UNSUPPORTED_MEDIA', 'Send application/json.'));
  }
  if (isForeign(request))
    return sendProblem(response, new DomainError('FORBIDDEN', 'This came from another site.'));
  await nodeHTTPRequestHandler({
    router: appRouter,
    path: pathname.slice(TRPC_PREFIX.length),
    req: request,
    res: response,
    maxBodySize: MAX_BODY_BYTES,
    allowMethodOverride: false,
    createContext: async () => {
      const session = await resolveSession(request.headers.cookie);
      return { actor: session?.actor ?? null, session };
    },
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
  });
}

function isForeign({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
