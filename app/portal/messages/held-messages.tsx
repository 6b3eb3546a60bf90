'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { EmptyState } from '@/ui/list-states';
import { LogLines } from '@/ui/log-lines';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { CheckIn } from './check-in';

const input = { state: 'held', limit: 20 } as const;

/** What was held until the client checks in, in full; one press says that it was read. */
export function HeldMessages() {
  const api = useTRPC();
  const list = usePages(api.messages.list.infiniteQueryKey(input), (page) =>
    api.messages.list.queryOptions({ ...input, ...page }),
  );
  return (
    <section aria-labelledby="to-read" className="flex flex-col gap-3">
      <h2 id="to-read" className="text-base font-semibold">
        To read
      </h2>
      <PagedList
        query={list}
        many="messages"
        rowHeight={96}
        empty={
          <EmptyState title="Nothing is held for you.">
            Where your messages wait until you check in, they appear here the moment a call is over.
          </EmptyState>
        }
      >
        {(messages) => (
          <>
            <ul className="flex flex-col gap-4">
              {messages.map((message) => (
                <li
                  key={message.id}
                  className="flex flex-col gap-2 rounded-md border border-line bg-raised p-4"
                >
                  <h3 className="font-semibold">
                    <Link
                      href={`/portal/messages/${message.id}`}
                      className="underline-offset-2 hover:underline"
                    >
                      {message.subject}
                    </Link>
                  </h3>
                  <LogLines lines={message.lines} />
                </li>
              ))}
            </ul>
            <CheckIn messages={messages} />
          </>
        )}
      </PagedList>
    </section>
  );
}
