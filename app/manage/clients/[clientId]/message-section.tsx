'use client';

import { useEffect } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { usePages } from '@/ui/use-pages';
import { MessageRuleForm } from './message-rule-form';

/** Loads what the form needs: everybody who could get the messages. */
export function MessageSection({ client }: { client: Client }) {
  const api = useTRPC();
  const clientId = client.id;
  const contacts = usePages(api.contacts.list.infiniteQueryKey({ clientId }), (page) =>
    api.contacts.list.queryOptions({ clientId, ...page }),
  );
  // All of them: somebody on a later page must not look as if they had been removed.
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = contacts;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchNextPageError, isFetchingNextPage]);
  if (!contacts.data || (hasNextPage && !isFetchNextPageError)) {
    return contacts.isError ? (
      <LoadError
        words={`The contacts cannot be shown. ${errorWords(contacts.error).words}`}
        onRetry={() => void contacts.refetch()}
      />
    ) : (
      <LoadingRows rows={4} height={56} label="The message rule is being loaded." />
    );
  }
  return <MessageRuleForm client={client} contacts={contacts.data.pages.flatMap((page) => page.items)} />;
}
