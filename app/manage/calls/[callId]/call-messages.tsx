'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { MessageStanding, MessageStateChip } from '@/ui/message-state';

/** What the client was told of this call, and how that stands. */
export function CallMessages({ callId }: { callId: string }) {
  const api = useTRPC();
  const query = useQuery(api.messages.list.queryOptions({ callId, limit: 100 }));
  if (!query.data) {
    return query.isError ? (
      <LoadError
        words={`The messages cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <LoadingRows rows={1} height={56} label="The messages are being loaded." />
    );
  }
  if (query.data.items.length === 0) {
    return (
      <EmptyState title="No message so far.">
        It is made when the call is closed; a misdialled call without a note makes none.
      </EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {query.data.items.toReversed().map((message) => (
        <li key={message.id} className="flex flex-col gap-1 border-b border-line py-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <MessageStateChip state={message.state} />
            <Link
              href={`/manage/messages/${message.id}`}
              className="font-medium text-accent underline underline-offset-2"
            >
              {message.subject}
            </Link>
          </p>
          <p className="text-ink-soft">
            <MessageStanding message={message} />
          </p>
        </li>
      ))}
    </ul>
  );
}
