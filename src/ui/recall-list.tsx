'use client';

import { useTRPC } from '@/api/client';
import type { Recall } from '@/domain/recalls/model';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { RecallStateChip } from './recall-state';
import { RecordTable, type Column } from './record-table';
import { RowLink } from './row-link';
import { Time } from './time';
import { usePages } from './use-pages';

export type RecallListProps = {
  /** Where this reader opens a recall: "/portal/recalls". */
  href: string;
  clientId?: string | null;
  /** For readers of many clients. */
  isClientNamed?: boolean;
};

function columnsFor(href: string, isClientNamed: boolean): Column<Recall>[] {
  const client: Column<Recall>[] = isClientNamed
    ? [{ title: 'Client', cell: (recall) => recall.clientName, className: 'md:max-w-48' }]
    : [];
  return [
    { title: 'State', cell: (recall) => <RecallStateChip recall={recall} />, className: 'md:w-40' },
    ...client,
    {
      title: 'Withdrawn statement',
      isWide: true,
      className: 'md:min-w-64',
      cell: (recall) => (
        <>
          <RowLink href={`${href}/${recall.id}`}>“{recall.text}”</RowLink>
          <span className="block text-[13px] text-ink-soft">{recall.headline}</span>
        </>
      ),
    },
    {
      title: 'Reached',
      isNamedOnPhone: true,
      className: 'md:w-32',
      cell: ({ callBack, kept, callers, withoutNumber }) =>
        callBack ? `${kept} of ${callers - withoutNumber}` : null,
    },
    { title: 'Withdrawn', cell: ({ createdAt }) => <Time at={createdAt} />, className: 'md:w-44' },
    {
      title: 'Call back by',
      isNamedOnPhone: true,
      className: 'md:w-44',
      cell: ({ callBack, isComplete, dueAt }) => (callBack && !isComplete ? <Time at={dueAt} /> : null),
    },
  ];
}

/** Statements that were taken back, newest first, each with how far the calling back has come. */
export function RecallList({ href, clientId = null, isClientNamed = false }: RecallListProps) {
  const api = useTRPC();
  const input = clientId ? { clientId } : {};
  const list = usePages(api.recalls.list.infiniteQueryKey(input), (page) =>
    api.recalls.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="recalls"
      rowHeight={56}
      empty={
        <EmptyState
          title={
            clientId ? 'No statement of this client was withdrawn.' : 'No statement was withdrawn so far.'
          }
        >
          When a sentence turns out wrong, its author withdraws it in the briefing. Everybody who heard it can
          then be called back, and this list shows how far that has come.
        </EmptyState>
      }
    >
      {(recalls) => (
        <RecordTable
          caption="Recalls"
          columns={columnsFor(href, isClientNamed)}
          rows={recalls}
          keyOf={({ id }) => id}
        />
      )}
    </PagedList>
  );
}
