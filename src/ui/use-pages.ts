'use client';

import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

type Page<Row> = { items: Row[]; nextCursor: string | null };

/**
 * A keyset list, page after page. `ask` reads the page behind a cursor; without one, the first. The API refuses
 * fields it does not know, so tRPC's own infinite options, which add a direction, cannot be used.
 */
export function usePages<Row>(queryKey: QueryKey, ask: (page: { cursor?: string }) => Promise<Page<Row>>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
