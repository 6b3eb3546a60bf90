'use client';

import { useEffect } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { usePages } from './use-pages';

export type ClientContacts = {
  /** All of them; null until the last page is there, so that nobody looks as if they had been removed. */
  contacts: readonly Contact[] | null;
  problem: string | null;
  retry: () => void;
};

/** Everybody of a client who can be put on call. */
export function useClientContacts(clientId: string): ClientContacts {
  const api = useTRPC();
  const input = { clientId, limit: 100 };
  const pages = usePages(api.contacts.list.infiniteQueryKey(input), (page) =>
    api.contacts.list.queryOptions({ ...input, ...page }),
  );
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchNextPageError, isFetchingNextPage]);
  const isWhole = pages.data !== undefined && !hasNextPage;
  return {
    contacts: isWhole ? pages.data.pages.flatMap((page) => page.items) : null,
    problem: pages.isError ? errorWords(pages.error).words : null,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : pages.refetch()),
  };
}
