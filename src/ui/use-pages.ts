'use client';

import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type QueryFunction,
  type QueryKey,
} from '@tanstack/react-query';

type Page<Row> = { items: Row[]; nextCursor: string | null };
type Question<Row, Key extends QueryKey> = { queryKey: Key; queryFn?: QueryFunction<Page<Row>, Key> };

/**
 * A keyset list, page after page. `ask` gives the query of the page behind a cursor; without one, of the first. The
 * API refuses fields it does not know, so tRPC's own infinite options, which add a direction, cannot be used.
 */
export function usePages<Row, Key extends QueryKey>(
  queryKey: QueryKey,
  ask: (page: { cursor?: string }) => Question<Row, Key>,
) {
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => {
      const question = ask(pageParam === null ? {} : { cursor: pageParam });
      return queries.fetchQuery({ ...question, staleTime: 0, gcTime: 0, retry: false });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
