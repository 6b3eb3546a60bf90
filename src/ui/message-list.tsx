'use client';

import type { MessageCard, MessageFault, MessageState } from '@/domain/messages/model';
import { useTRPC } from '@/api/client';
import type { ReactNode } from 'react';
import { MessageStanding, MessageStateChip } from './message-state';
import { PagedList } from './paged-list';
import { RecordTable, type Column } from './record-table';
import { RowLink } from './row-link';
import { Time } from './time';
import { usePages } from './use-pages';

export type MessageListProps = {
  /** Where this reader opens a message: "/portal/messages". */
  href: string;
  caption: string;
  clientId?: string | null;
  state?: MessageState | null;
  /** Those in which a reviewer found this. */
  category?: MessageFault | null;
  /** For readers of many clients. */
  isClientNamed?: boolean;
  empty: ReactNode;
};

function columnsFor(href: string, isClientNamed: boolean): Column<MessageCard>[] {
  const client: Column<MessageCard>[] = isClientNamed
    ? [{ title: 'Client', cell: ({ clientName }) => clientName, className: 'md:max-w-48' }]
    : [];
  return [
    { title: 'State', cell: ({ state }) => <MessageStateChip state={state} />, className: 'md:w-40' },
    ...client,
    {
      title: 'Message',
      isWide: true,
      className: 'md:min-w-64',
      cell: (message) => <RowLink href={`${href}/${message.id}`}>{message.subject}</RowLink>,
    },
    { title: 'How it stands', isWide: true, cell: (message) => <MessageStanding message={message} /> },
    {
      title: 'Written',
      isNamedOnPhone: true,
      className: 'md:w-44',
      cell: ({ createdAt, clientTimeZone }) => <Time at={createdAt} zone={clientTimeZone} />,
    },
  ];
}

/** Messages of calls, the newest first. */
export function MessageList(props: MessageListProps) {
  const {
    href,
    caption,
    clientId = null,
    state = null,
    category = null,
    isClientNamed = false,
    empty,
  } = props;
  const api = useTRPC();
  const input = {
    ...(clientId && { clientId }),
    ...(state && { state }),
    ...(category && { category }),
  };
  const list = usePages(api.messages.list.infiniteQueryKey(input), (page) =>
    api.messages.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList query={list} many="messages" rowHeight={56} empty={empty}>
      {(messages) => (
        <RecordTable
          caption={caption}
          columns={columnsFor(href, isClientNamed)}
          rows={messages}
          keyOf={({ id }) => id}
        />
      )}
    </PagedList>
  );
}
