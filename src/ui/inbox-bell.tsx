'use client';

import { Popover } from '@base-ui/react/popover';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { MOST_UNREAD_COUNTED } from '@/domain/notifications/model';
import { Button } from './button';
import { InboxList } from './inbox-list';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { usePages } from './use-pages';

function countWords(count: number): string {
  if (count === 0) return 'Messages to you: none unread';
  return count > MOST_UNREAD_COUNTED
    ? `Messages to you: more than ${MOST_UNREAD_COUNTED} unread`
    : `Messages to you: ${count} unread`;
}

function Inbox({ onOpened }: { onOpened: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const list = usePages(api.inbox.list.infiniteQueryKey({}), (page) => api.inbox.list.queryOptions(page));
  const markRead = useMutation(
    api.inbox.markRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.inbox.pathKey() }),
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <Popover.Title className="mr-auto text-base font-semibold">Messages to you</Popover.Title>
        {items.some(({ readAt }) => readAt === null) ? (
          <Button
            variant="quiet"
            size="compact"
            isBusy={markRead.isPending}
            onClick={() => markRead.mutate({})}
          >
            Mark all as read
          </Button>
        ) : null}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto [&>div>div:last-child]:px-4">
        <PagedList
          query={list}
          many="messages"
          rowHeight={88}
          empty={
            <div className="p-4">
              <EmptyState title="No message to you.">
                Escalations appear here when your card names “Message in Calmline” as a way to reach you.
              </EmptyState>
            </div>
          }
        >
          {(shown) => (
            <InboxList
              items={shown}
              onOpen={({ id, readAt }) => {
                if (readAt === null) markRead.mutate({ deliveryId: id });
                onOpened();
              }}
            />
          )}
        </PagedList>
      </div>
    </>
  );
}

/** The signed-in person's messages in the product: how many are unread, and the list. */
export function InboxBell() {
  const api = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const { data: count = 0 } = useQuery(api.inbox.unreadCount.queryOptions());
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        aria-label={countWords(count)}
        className="relative inline-flex size-9 items-center justify-center rounded-md hover:bg-surface"
      >
        <Bell aria-hidden className="size-5" />
        {count > 0 ? (
          <span
            aria-hidden
            className="absolute top-0 right-0 min-w-4 rounded-full bg-high px-1 text-center text-[10px] leading-4 font-semibold text-surface tabular-nums"
          >
            {count > MOST_UNREAD_COUNTED ? `${MOST_UNREAD_COUNTED}+` : count}
          </span>
        ) : null}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" collisionPadding={8} className="z-50">
          <Popover.Popup className="flex max-h-[min(70dvh,36rem)] w-[min(24rem,calc(100vw-16px))] flex-col overflow-hidden rounded-md border border-line bg-raised text-ink shadow-lg outline-none">
            <Inbox onOpened={() => setIsOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
