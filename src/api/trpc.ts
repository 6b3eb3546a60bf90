import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { Actor } from '../kernel/actor';
import { DomainError } from '../kernel/errors';
import { log } from '../kernel/log';
import { doorsOf, wordsOf } from './errors';

type ApiContext = { actor: Actor | null; session: SessionFacts | null };

/** What the signed-in person's browser session adds to the actor. */
type SessionFacts = {
  sessionId: string;
  organizationName: string;
  organizationPhone: string | null;
  clientName: string | null;
};

/** Where a procedure stands in REST v1. `{field}` in the path is that field of the input. */
export type RestDoor = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/${string}`;
  /** 200 unless told */
  status?: 201;
  /** The input field that If-Match fills. */
  ifMatch?: string;
};

const t = initTRPC
  .context<ApiContext>()
  .meta<{ rest?: RestDoor }>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const { words, code, problems } = wordsOf(error);
      return { ...shape, message: words, data: { httpStatus: shape.data.httpStatus, code, problems } };
    },
  });

export const { router, createCallerFactory } = t;

/** Every procedure has an actor, and fails in words. What the actor may do, the verbs decide. */
export const procedure = t.procedure.use(async ({ ctx, next, path }) => {
  if (ctx.actor === null) {
    const unknown = new DomainError('UNAUTHENTICATED', 'Sign in to go on.');
    throw new TRPCError({ code: 'UNAUTHORIZED', message: unknown.message, cause: unknown });
  }
  const result = await next({ ctx: { ...ctx, actor: ctx.actor } });
  if (result.ok) return result;
  const { cause } = result.error;
  const { code, words } = wordsOf(result.error);
  if (code === 'INTERNAL') log().error({ err: cause ?? result.error, path }, 'procedure failed');
  else if (result.error.code === 'INTERNAL_SERVER_ERROR') {
    throw new TRPCError({ code: doorsOf[code].trpc, message: words, cause });
  }
  return result;
});
