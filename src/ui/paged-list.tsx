'use client';

import type { ReactNode } from 'react';
import { errorWords } from '@/api/client';
import { LoadError, LoadingRows } from './list-states';
import { LoadMore } from './load-more';

type PagedQuery<Row> = {
  data: { pages: { items: Row[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
};

export type PagedListProps<Row> = {
  query: PagedQuery<Row>;
  /** What the rows are called: "calls". */
  many: string;
  rowHeight?: number;
  /** Nothing there, or nothing that matches: words for the reader. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
};

/** A keyset list in all its states. While filters change, the old rows stay, dimmed, until the new ones are there. */
export function PagedList<Row>({ query, many, rowHeight, empty, children }: PagedListProps<Row>) {
  if (query.isPending) {
    return (
      <LoadingRows {...(rowHeight ? { height: rowHeight } : {})} label={`The ${many} are being loaded.`} />
    );
  }
  if (!query.data) {
    return (
      <LoadError
        words={`The ${many} cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return empty;
  return (
    <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? 'opacity-60' : ''}>
      {children(rows)}
      <LoadMore
        shown={rows.length}
        noun={many}
        isPaged={query.hasNextPage || query.data.pages.length > 1}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        problem={query.isFetchNextPageError ? errorWords(query.error).words : null}
        onMore={() => void query.fetchNextPage()}
      />
    </div>
  );
}
