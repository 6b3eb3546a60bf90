import type { z } from 'zod';
import { appRouter } from '../api/root';
import type { RestDoor } from '../api/trpc';

export type RestRoute = RestDoor & {
  /** For example `calls.ring` */
  procedure: string;
  input: z.ZodObject | null;
  pattern: RegExp;
};

type ProcedureFacts = { _def: { meta?: { rest?: RestDoor }; inputs: unknown[] } };

/** Every procedure that has a REST door, in the order of the router. */
export const restRoutes: readonly RestRoute[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, ProcedureFacts>,
).flatMap(([procedure, { _def }]) => {
  const door = _def.meta?.rest;
  if (door === undefined) return [];
  const pattern = new RegExp(`^${door.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return [{ ...door, procedure, input: (_def.inputs[0] as z.ZodObject | undefined) ?? null, pattern }];
});

/** @returns the route and the values in its path; or the methods that this path does have */
export function findRoute(
  method: string,
  path: string,
): { route: RestRoute; values: Record<string, string> } | { allowed: string[] } {
  const fitting = restRoutes.flatMap((route) => {
    const match = route.pattern.exec(path);
    return match === null ? [] : [{ route, values: { ...match.groups } }];
  });
  return (
    fitting.find(({ route }) => route.method === method) ?? {
      allowed: fitting.map(({ route }) => route.method),
    }
  );
}
