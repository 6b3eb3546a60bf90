'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { useFilters } from '@/ui/use-filters';
import { NoteList } from '../../note-list';
import { ResultFilters } from '../../result-filters';
import { ScoreList } from '../../score-list';
import { useResultSpan } from '../../use-result-span';
import { OperatorFigures } from './operator-figures';

/** One operator's scored calls over time and criterion by criterion, and what was said on both sides. */
export function OperatorScreen({ memberId }: { memberId: string }) {
  const api = useTRPC();
  const filters = useFilters('from', 'to', 'by', 'client', 'operator');
  const span = useResultSpan(filters);
  const clientId = filters.get('client');
  const members = useQuery(api.members.list.queryOptions());
  const found = useQuery(
    api.scores.results.queryOptions(
      { from: '', to: '', ...span, operatorId: memberId, ...(clientId && { clientId }) },
      { enabled: span !== null, placeholderData: keepPreviousData },
    ),
  );
  const own = found.data?.operators[0];
  const name = members.data?.find(({ id }) => id === memberId)?.name ?? own?.name ?? 'Operator';
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6">
      <Link
        href="/manage/coaching/results"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All results
      </Link>
      <PageHeader title={name} about="Calls that were scored, and notes to escalations." />
      <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
        <ResultFilters
          filters={filters}
          from={span?.from ?? ''}
          to={span?.to ?? ''}
          by={span?.by ?? 'month'}
        />
      </div>
      {found.isError ? (
        <LoadError
          words={`The results cannot be shown. ${errorWords(found.error).words}`}
          onRetry={() => void found.refetch()}
        />
      ) : found.data === undefined ? (
        <LoadingRows rows={5} height={48} label="The results are being counted." />
      ) : own === undefined ? (
        <EmptyState title={`No call of ${name} was scored in this time.`} />
      ) : (
        <OperatorFigures own={own} periods={found.data.periods} by={span?.by ?? 'month'} />
      )}
      <div className="grid gap-8 xl:grid-cols-2">
        <section aria-labelledby="scores" className="flex min-w-0 flex-col gap-2">
          <h2 id="scores" className="text-base font-semibold">
            Calls, the newest first
          </h2>
          <ScoreList operatorId={memberId} />
        </section>
        <section aria-labelledby="notes" className="flex min-w-0 flex-col gap-2">
          <h2 id="notes" className="text-base font-semibold">
            Notes to escalations
          </h2>
          <NoteList operatorId={memberId} />
        </section>
      </div>
    </div>
  );
}
