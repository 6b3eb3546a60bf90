import type { ServerResponse } from 'node:http';
import { doorsOf, wordsOf } from '../api/errors';
import { log } from '../kernel/log';

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** RFC 9457 problem details, with the stable `code` and what is wrong field by field. */
export function problemOf(error: unknown): { status: number; body: Record<string, unknown> } {
  const { code, words, problems } = wordsOf(error);
  const { status, title } = doorsOf[code];
  return {
    status,
    body: {
      type: `urn:calmline:problem:${code.toLowerCase()}`,
      title,
      status,
      detail: words,
      code,
      errors: problems,
    },
  };
}

export function sendProblem(response: ServerResponse, error: unknown): void {
  const { status, body } = problemOf(error);
  if (status >= 500) log().error({ err: error }, 'request failed');
  // What is left of a body that was too large is not read: the connection cannot be used again.
  const headers = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...headers,
  });
  response.end(JSON.stringify(body));
}
