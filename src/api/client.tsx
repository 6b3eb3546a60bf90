'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client';
import type { inferRouterInputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { useState, type ReactNode } from 'react';
import superjson from 'superjson';
import type { ErrorCode, Problem } from '../kernel/errors';
import type { AppRouter } from './root';

export type RouterInputs = inferRouterInputs<AppRouter>;

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();
export { useTRPC };

/** A request that has no answer after this long failed: the screen says so and tries again. */
const TIMEOUT_MS = 15_000;

function withTimeout(url: RequestInfo | URL | string, options?: RequestInit): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const signal = options?.signal ? AbortSignal.any([options.signal, limit]) : limit;
  return fetch(url, { ...options, signal });
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        // Live events keep what is shown true, so nothing is fetched again for having grown old.
        defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
      }),
  );
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          // Carries a whole policy, which can be longer than the batch allows: it goes alone.
          condition: ({ path }) => path === 'policies.dryRun',
          true: httpLink({
            url: '/api/trpc',
            transformer: superjson,
            fetch: (url, options) => withTimeout(url, options as RequestInit),
          }),
          false: httpBatchLink({
            url: '/api/trpc',
            transformer: superjson,
            maxURLLength: 4_000,
            fetch: (url, options) => withTimeout(url, options as RequestInit),
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** Any error of the API in words for people, with what is wrong field by field. */
export function errorWords(error: unknown): { words: string; code: ErrorCode | null; problems: Problem[] } {
  if (error instanceof TRPCClientError) {
    const told = (error as TRPCClientError<AppRouter>).data;
    if (told !== undefined && told !== null) {
      return { words: error.message, code: told.code, problems: told.problems };
    }
  }
  return { words: 'There is no connection right now. Nothing is lost; try again.', code: null, problems: [] };
}
