'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { outcomeGroupings } from '@/domain/reports/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { useNow } from '@/ui/now';
import { useFilters } from '@/ui/use-filters';
import { dayEnd, dayStart } from '../calls/day-bounds';
import { ListPage } from '../list-page';
import { Footnotes } from './footnotes';
import { OutcomeFilters, type Filters, type OutcomeFilterNames } from './outcome-filters';
import { OutcomeTable } from './outcome-table';
import { dayBefore, spans } from './outcome-words';

const USUAL_DAYS = 30;
const MINUTE_MS = 60_000;

/** The days that the address asks for; null while nobody knows what day it is. */
function spanOf(filters: Filters, now: Date | null) {
  const [from, to] = [filters.get('from'), filters.get('to')];
  if (from && to) return { from, to, days: null };
  if (now === null) return null;
  const days = spans.find((span) => String(span) === filters.get('days')) ?? USUAL_DAYS;
  return { from: dayBefore(now, days - 1), to: dayBefore(now, 0), days };
}

/** What came of calls, by playbook, briefing or operator. */
export function OutcomeScreen() {
  const api = useTRPC();
  const filters = useFilters<OutcomeFilterNames>('by', 'days', 'from', 'to', 'client');
  const span = spanOf(filters, useNow(MINUTE_MS));
  const by = outcomeGroupings.find((one) => one === filters.get('by')) ?? 'playbook';
  const clientId = filters.get('client');
  const [begin, end] = span === null ? [null, null] : [dayStart(span.from), dayEnd(span.to)];
  const found = useQuery(
    api.reports.outcomes.queryOptions(
      { by, from: begin ?? '', to: end ?? '', ...(clientId && { clientId }) },
      { enabled: begin !== null && end !== null, placeholderData: keepPreviousData },
    ),
  );
  return (
    <ListPage
      title="Outcomes"
      about="What came of answered calls: how callers began and ended, whether they had to ring again, what they were promised."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <OutcomeFilters
          filters={filters}
          from={span?.from ?? ''}
          to={span?.to ?? ''}
          days={span === null ? USUAL_DAYS : span.days}
        />
      }
    >
      {found.data ? (
        <div
          aria-busy={found.isPlaceholderData}
          className={found.isPlaceholderData ? 'flex flex-col gap-6 opacity-60' : 'flex flex-col gap-6'}
        >
          {found.data.groups.length === 0 ? (
            <EmptyState
              title="No answered call in this time."
              action={filters.isAny ? <Button onClick={filters.clear}>Clear filters</Button> : undefined}
            >
              Choose a longer time, or another client.
            </EmptyState>
          ) : (
            <OutcomeTable groups={found.data.groups} by={by} />
          )}
          {found.data.isCut ? (
            <p className="text-ink-soft">
              Only the {found.data.groups.length} with the most calls are shown. Choose a client to see the
              others.
            </p>
          ) : null}
          <Footnotes />
        </div>
      ) : found.isError ? (
        <LoadError
          words={`The outcomes cannot be shown. ${errorWords(found.error).words}`}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <LoadingRows rows={6} height={56} label="The outcomes are being counted." />
      )}
    </ListPage>
  );
}
