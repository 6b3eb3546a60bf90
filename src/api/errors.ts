import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { ZodError } from 'zod';
import { DomainError, type ErrorCode, type Problem } from '../kernel/errors';

/** The one map from what went wrong to how each door says it. */
export const doorsOf: Record<ErrorCode, { trpc: TRPC_ERROR_CODE_KEY; status: number; title: string }> = {
  INVALID: { trpc: 'BAD_REQUEST', status: 400, title: 'Something in the request is wrong' },
  UNAUTHENTICATED: { trpc: 'UNAUTHORIZED', status: 401, title: 'Sign in first' },
  FORBIDDEN: { trpc: 'FORBIDDEN', status: 403, title: 'Not allowed' },
  NOT_FOUND: { trpc: 'NOT_FOUND', status: 404, title: 'Not found' },
  CONFLICT: { trpc: 'CONFLICT', status: 409, title: 'Not possible in this state' },
  STALE: { trpc: 'PRECONDITION_FAILED', status: 412, title: 'Changed meanwhile' },
  GONE: { trpc: 'NOT_FOUND', status: 410, title: 'No longer there' },
  IDEMPOTENCY_MISMATCH: {
    trpc: 'UNPROCESSABLE_CONTENT',
    status: 422,
    title: 'Idempotency-Key used differently',
  },
  TOO_LARGE: { trpc: 'PAYLOAD_TOO_LARGE', status: 413, title: 'Too large' },
  UNSUPPORTED_MEDIA: { trpc: 'UNSUPPORTED_MEDIA_TYPE', status: 415, title: 'Send JSON' },
  TOO_MANY_REQUESTS: { trpc: 'TOO_MANY_REQUESTS', status: 429, title: 'Too many requests' },
  UNAVAILABLE: { trpc: 'SERVICE_UNAVAILABLE', status: 503, title: 'Not available right now' },
  INTERNAL: { trpc: 'INTERNAL_SERVER_ERROR', status: 500, title: 'Our mistake' },
};

/** What every door tells about an error; never a stack, a query or another tenant's words. */
export type ErrorWords = { code: ErrorCode; words: string; problems: Problem[] };

const UNEXPECTED: ErrorWords = {
  code: 'INTERNAL',
  words: 'Something went wrong on our side. Nothing was changed. Try again.',
  problems: [],
};

/** What PostgreSQL calls a value that it cannot hold (NUL in a text, the year 0); every such value came from outside. */
const unstorable = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return unstorable.has(error.code);
  return isUnstorable(error.cause);
}

/** Any error, in words for people. Unexpected ones say nothing of their inside. */
export function wordsOf(error: unknown): ErrorWords {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof DomainError && cause.code !== 'INTERNAL') {
    return { code: cause.code, words: cause.message, problems: [...cause.problems] };
  }
  if (cause instanceof ZodError) {
    const problems = cause.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message }));
    return { code: 'INVALID', words: problems[0]?.words ?? 'Something in the request is wrong.', problems };
  }
  if (isUnstorable(cause)) {
    return { code: 'INVALID', words: 'A value in the request cannot be kept as it is.', problems: [] };
  }
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
    const code = (Object.keys(doorsOf) as ErrorCode[]).find((key) => doorsOf[key].trpc === error.code);
    return { code: code ?? 'INVALID', words: error.message, problems: [] };
  }
  return UNEXPECTED;
}
