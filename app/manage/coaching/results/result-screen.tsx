'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { useFilters } from '@/ui/use-filters';
import { CoachingPage } from '../coaching-page';
import { ResultFilters } from '../result-filters';
import { useResultSpan } from '../use-result-span';
import { ResultNotes } from './result-notes';
import { ResultTable } from './result-table';

/** How calls were scored over time, operator by operator and by name: it ranks nobody. */
export function ResultScreen() {
  const api = useTRPC();
  const filters = useFilters('from', 'to', 'by', 'client', 'operator');
  const span = useResultSpan(filters);
  const clientId = filters.get('client');
  const found = useQuery(
    api.scores.results.queryOptions(
      { from: '', to: '', ...span, ...(clientId && { clientId }) },
      { enabled: span !== null, placeholderData: keepPreviousData },
    ),
  );
  return (
    <CoachingPage
      about="How calls were scored, operator by operator and by name: where somebody needs help, not who is better."
      filters={
        <ResultFilters
          filters={filters}
          from={span?.from ?? ''}
          to={span?.to ?? ''}
          by={span?.by ?? 'month'}
        />
      }
    >
      {found.data ? (
        <div
          aria-busy={found.isPlaceholderData}
          className={found.isPlaceholderData ? 'flex flex-col gap-6 opacity-60' : 'flex flex-col gap-6'}
        >
          {found.data.operators.length === 0 ? (
            <EmptyState
              title="No call was scored in this time."
              action={filters.isAny ? <Button onClick={filters.clear}>Clear filters</Button> : undefined}
            >
              Choose a longer time or another client, or draw calls under “To score”.
            </EmptyState>
          ) : (
            <ResultTable results={found.data} by={span?.by ?? 'month'} />
          )}
          {found.data.isCut ? (
            <p className="text-ink-soft">
              Only the {found.data.operators.length} operators with the most scored calls are shown.
            </p>
          ) : null}
          <ResultNotes />
        </div>
      ) : found.isError ? (
        <LoadError
          words={`The results cannot be shown. ${errorWords(found.error).words}`}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <LoadingRows rows={6} height={56} label="The results are being counted." />
      )}
    </CoachingPage>
  );
}
