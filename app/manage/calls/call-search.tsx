'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { SearchHit } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { Time } from '@/ui/time';

const MOST = 50;

const columns: readonly Column<SearchHit>[] = [
  {
    title: 'Caller',
    cell: (hit) => <RowLink href={`/manage/calls/${hit.id}`}>{hit.title || 'Number withheld'}</RowLink>,
    className: 'md:w-80 max-md:basis-full',
  },
  { title: 'Client', cell: (hit) => hit.clientName ?? 'Unrecognised number', className: 'md:w-56' },
  { title: 'Found in', cell: (hit) => <span className="text-ink-soft">{hit.excerpt}</span>, isWide: true },
  { title: 'Rang', cell: (hit) => <Time at={hit.at} show="absolute" />, className: 'whitespace-nowrap' },
];

export type CallSearchProps = {
  q: string;
  clientId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  onClear: () => void;
};

/** Calls by words of their caller, matter and log, the best first. Old results stay, dimmed, until new ones are there. */
export function CallSearch({ q, clientId, from, to, onClear }: CallSearchProps) {
  const api = useTRPC();
  const asked = {
    q,
    kind: 'call' as const,
    limit: MOST,
    ...(clientId && { clientId }),
    ...(from && { from }),
    ...(to && { to }),
  };
  const found = useQuery(api.search.find.queryOptions(asked, { placeholderData: keepPreviousData }));
  if (found.isPending) return <LoadingRows label="The calls are being searched." />;
  if (!found.data) {
    const words = `The calls cannot be searched. ${errorWords(found.error).words}`;
    return <LoadError words={words} onRetry={() => void found.refetch()} />;
  }
  const hits = found.data;
  const isCut = hits.length === MOST;
  return (
    <div
      aria-busy={found.isPlaceholderData}
      className={found.isPlaceholderData ? 'flex flex-col gap-2 opacity-60' : 'flex flex-col gap-2'}
    >
      <p role="status" className="min-h-5 text-ink-soft">
        {found.isPlaceholderData
          ? ''
          : isCut
            ? `The ${MOST} that fit best. Add a word or a filter to see fewer.`
            : `${hits.length} ${hits.length === 1 ? 'call' : 'calls'}, the best fit first.`}
      </p>
      {hits.length === 0 ? (
        <EmptyState
          title="No call has these words."
          action={<Button onClick={onClear}>Clear filters</Button>}
        >
          Names, numbers, matters and points of the log are searched. A mistyped letter does no harm; every
          word has to be in the call.
        </EmptyState>
      ) : (
        <RecordTable caption="Calls found" columns={columns} rows={hits} keyOf={(hit) => hit.id} />
      )}
    </div>
  );
}
