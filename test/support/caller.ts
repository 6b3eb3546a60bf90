import { TRPCError } from '@trpc/server';
import { wordsOf, type ErrorWords } from '../../src/api/errors';
import { appRouter, createCaller } from '../../src/api/root';
import type { Actor } from '../../src/kernel/actor';

type Kind = 'query' | 'mutation';

/** Every procedure of the product, `feature.verb`, with its kind; read from the router itself. */
export function proceduresOf(): { path: string; kind: Kind }[] {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: Kind } }>;
  return Object.entries(procedures).map(([path, { _def }]) => ({ path, kind: _def.type }));
}

export type Answer = { value: unknown } | { refused: ErrorWords };

/** Calls a procedure by its path, as the doors do, and returns what the asker would be told. */
export async function ask(actor: Actor, path: string, input?: unknown): Promise<Answer> {
  const caller: unknown = createCaller({ actor, session: null });
  const procedure = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  try {
    return { value: await (procedure as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (error instanceof TRPCError) return { refused: wordsOf(error) };
    throw error;
  }
}
