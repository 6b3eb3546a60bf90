import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doorsOf, wordsOf } from '../../src/api/errors';
import {
  DomainError,
  requireAllowed,
  requireFound,
  requireRow,
  type ErrorCode,
} from '../../src/kernel/errors';

/** What each door answers, written down once more: a change here is a change for every program outside. */
const statuses: Record<ErrorCode, number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  STALE: 412,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  IDEMPOTENCY_MISMATCH: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};
const codes = Object.keys(statuses) as ErrorCode[];

describe('every way to fail', () => {
  it('has its place at every door, and no door knows another', () => {
    expect(Object.keys(doorsOf).toSorted()).toEqual(codes.toSorted());
  });

  it.each(codes)('%s is said with its status, and the same over tRPC', (code) => {
    const { status, trpc, title } = doorsOf[code];
    expect(status).toBe(statuses[code]);
    const overTrpc = getHTTPStatusCodeFromError(new TRPCError({ code: trpc }));
    // tRPC has no word for 410.
    expect(overTrpc).toBe(code === 'GONE' ? 404 : status);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(codes.filter((code) => code !== 'INTERNAL'))('%s keeps its words and problems', (code) => {
    const problems = [{ field: 'steps.0.targets', words: 'Choose contacts of this client.' }];
    const error = new DomainError(code, 'In words for people.', problems);
    const expected = { code, words: 'In words for people.', problems };
    expect(wordsOf(error)).toEqual(expected);
    expect(wordsOf(new TRPCError({ code: doorsOf[code].trpc, message: 'other', cause: error }))).toEqual(
      expected,
    );
  });
});

describe('a failure of ours', () => {
  const inside = 'insert into "calls" ("ani") values (+4930123456)';
  it.each([
    ['an unexpected error', new Error(inside)],
    ['an internal one', new DomainError('INTERNAL', inside)],
    [
      'one that tRPC wrapped',
      new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: inside, cause: new Error(inside) }),
    ],
    [
      'one that tRPC took for a bad request',
      new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: inside }),
    ],
    ['thrown text', inside],
    ['nothing at all', undefined],
  ])('tells nothing of its inside: %s', (_, error) => {
    const told = wordsOf(error);
    expect(told).toEqual({
      code: 'INTERNAL',
      words: 'Something went wrong on our side. Nothing was changed. Try again.',
      problems: [],
    });
  });
});

describe('a request that does not fit', () => {
  const shape = z.strictObject({
    name: z.string().min(1, 'A client needs a name.'),
    steps: z.array(z.object({ delaySeconds: z.number() })),
  });

  it('names every field and says the first problem in words', () => {
    const { error } = shape.safeParse({ name: '', steps: [{ delaySeconds: 1 }, { delaySeconds: 'x' }] });
    const told = wordsOf(new TRPCError({ code: 'BAD_REQUEST', cause: error }));
    expect(told).toMatchObject({ code: 'INVALID', words: 'A client needs a name.' });
    expect(told.problems.map(({ field }) => field)).toEqual(['name', 'steps.1.delaySeconds']);
  });

  it('that tRPC refused by itself keeps its kind', () => {
    expect(wordsOf(new TRPCError({ code: 'NOT_FOUND', message: 'No procedure' }))).toEqual({
      code: 'NOT_FOUND',
      words: 'No procedure',
      problems: [],
    });
    expect(wordsOf(new TRPCError({ code: 'METHOD_NOT_SUPPORTED' })).code).toBe('INVALID');
  });
});

describe('the short ways to fail', () => {
  it('say "not there" in one wording', () => {
    expect(() => requireFound(undefined, 'call')).toThrow(
      new DomainError('NOT_FOUND', 'There is no such call.'),
    );
    expect(requireFound({ id: 1 }, 'call')).toEqual({ id: 1 });
  });

  it('take a missing written row for our own fault', () => {
    expect(wordsOf(capture(() => requireRow(undefined))).code).toBe('INTERNAL');
    expect(requireRow(0)).toBe(0);
  });

  it('refuse what no policy allowed', () => {
    expect(capture(() => requireAllowed(false))).toMatchObject({ code: 'FORBIDDEN' });
    expect(capture(() => requireAllowed(true))).toBeUndefined();
  });
});

function capture(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
