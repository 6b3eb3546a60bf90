import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCaller } from '../api/root';
import { resolveApiKey } from '../auth/resolve-actor';
import { seal, unseal } from '../auth/seal';
import { beginRequest } from '../domain/tenancy/begin-request';
import { finishRequest } from '../domain/tenancy/finish-request';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { problemOf, sendJson, sendProblem } from './answers';
import { isJson, parseJsonObject, readBody } from './body';
import { openApiDocument } from './openapi';
import { findRoute, type RestRoute } from './rest-routes';

export const REST_PREFIX = '/api/v1';

const MAX_BODY_BYTES = 1_000_000;

type Answer = { status: number; body: unknown };

/** REST v1: the same procedures as the screens', for programs with an API key. Cookies do not count here. */
export async function answerRest(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice(REST_PREFIX.length);
  const method = request.method ?? 'GET';
  try {
    if (path === '/openapi.json' && method === 'GET') return sendJson(response, 200, openApiDocument());
    const actor = await resolveApiKey(request.headers.authorization);
    if (actor === null)
      throw new DomainError('UNAUTHENTICATED', 'Send a valid key: Authorization: Bearer <key>.');
    const found = findRoute(method, path);
    if ('allowed' in found) {
      if (found.allowed.length === 0) throw new DomainError('NOT_FOUND', 'There is no such resource.');
      response.setHeader('allow', found.allowed.join(', '));
      throw new DomainError('NOT_FOUND', `This resource has no ${method}.`);
    }
    if (!isJson(request)) throw new DomainError('UNSUPPORTED_MEDIA', 'Send application/json.');
    const bytes = await readBody(request, MAX_BODY_BYTES);
    const input = inputOf(found.route, found.values, url, parseJsonObject(bytes), request);
    const { status, body } = await perform(request, actor, found.route, input, url.pathname, bytes);
    const version = found.route.path === '/briefings/{briefingId}' ? versionOf(body) : undefined;
    if (status >= 400) response.setHeader('content-type', 'application/problem+json');
    sendJson(response, status, body, {
      ...(status >= 400 && { 'content-type': 'application/problem+json' }),
      ...(version !== undefined && { etag: `"${version}"` }),
    });
  } catch (error) {
    sendProblem(response, error);
  }
}

function versionOf(body: unknown): number | undefined {
  return (body as { currentVersion?: number } | null)?.currentVersion;
}

function inputOf(
  route: RestRoute,
  values: Record<string, string>,
  url: URL,
  body: Record<string, unknown>,
  request: IncomingMessage,
): Record<string, unknown> {
  const misplaced = Object.keys(body).find((field) => field in values || field === route.ifMatch);
  if (misplaced !== undefined) {
    throw new DomainError(
      'INVALID',
      `"${misplaced}" belongs into the address or the header, not into the body.`,
    );
  }
  const hasQuery = route.method === 'GET' || route.method === 'DELETE';
  const query = hasQuery ? Object.fromEntries(url.searchParams) : {};
  const input: Record<string, unknown> = { ...query, ...body, ...values };
  if (route.ifMatch === undefined) return input;
  const version = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1];
  if (version === undefined) {
    throw new DomainError('STALE', 'Name the version that you are replacing: If-Match: "3".');
  }
  return { ...input, [route.ifMatch]: version };
}

async function call(actor: Actor, route: RestRoute, input: Record<string, unknown>): Promise<Answer> {
  const [namespace = '', name = ''] = route.procedure.split('.');
  const caller = createCaller({ actor, session: null }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  try {
    const body = (await caller[namespace]?.[name]?.(route.input === null ? undefined : input)) ?? null;
    return { status: route.status ?? 200, body };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500) throw error;
    return problem;
  }
}

/** With an Idempotency-Key a POST happens once: repeats get the first answer, word for word. */
async function perform(
  request: IncomingMessage,
  actor: Actor,
  route: RestRoute,
  input: Record<string, unknown>,
  pathname: string,
  bytes: Buffer,
): Promise<Answer> {
  const key = request.headers['idempotency-key'];
  if (route.method !== 'POST' || key === undefined) return call(actor, route, input);
  if (typeof key !== 'string' || key === '' || key.length > 200)
    throw new DomainError('INVALID', 'An Idempotency-Key has 1 to 200 characters.');
  const requestHash = createHash('sha256').update(`${pathname}\n`).update(bytes).digest('hex');
  const earlier = await beginRequest(actor, { key, requestHash });
  if (earlier !== null)
    return { status: earlier.status, body: JSON.parse(keptAnswer(earlier.body)) as unknown };
  try {
    const answer = await call(actor, route, input);
    await finishRequest(actor, key, { status: answer.status, body: seal(JSON.stringify(answer.body)) });
    return answer;
  } catch (error) {
    // Our own failure: nothing was committed, so the same key may try again.
    await finishRequest(actor, key, null);
    throw error;
  }
}

/** Answers are kept sealed: some tell a secret, once. Those of the release before lie open for their day. */
function keptAnswer(kept: string): string {
  return kept === 'null' || kept.startsWith('{') ? kept : unseal(kept);
}
