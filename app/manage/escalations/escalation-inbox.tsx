'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { useFilters } from '@/ui/use-filters';
import { usePages } from '@/ui/use-pages';
import { ExportLink } from '../export-link';
import { ListPage } from '../list-page';
import { SavedViews } from '../saved-views';
import { BulkBar } from './bulk-bar';
import { ReviewFilters } from './review-filters';
import { reviewExportHref, reviewFilterNames, reviewInput } from './review-input';
import { ReviewTable } from './review-table';
import { useChosen } from './use-chosen';

const PAGE = 50;

/** What ended or is stuck, until an account manager has looked at it; by its filters, every escalation of the service. */
export function EscalationInbox() {
  const api = useTRPC();
  const filters = useFilters(...reviewFilterNames);
  const filter = reviewInput(filters.get);
  const list = usePages(api.reviews.list.infiniteQueryKey(filter), (page) =>
    api.reviews.list.queryOptions({ ...filter, ...page, limit: PAGE }),
  );
  const counted = useQuery(api.reviews.count.queryOptions(filter));
  const [done, setDone] = useState('');
  const chosen = useChosen(JSON.stringify(filter));
  const count = counted.data ? counted.data.count : null;
  const countWords =
    counted.data === undefined
      ? ''
      : `${counted.data.isMore ? 'More than ' : ''}${counted.data.count.toLocaleString('en-GB')} match.`;
  return (
    <ListPage
      title="Escalations"
      about="What ended or is stuck: how long it took against what the client is promised, and what is to be learned from it."
      onClear={filters.isAny ? filters.clear : undefined}
      actions={<ExportLink href={reviewExportHref(filter)} />}
      filters={<ReviewFilters filters={filters} />}
    >
      <SavedViews screen="escalations" />
      <p role="status" className="text-fine empty:hidden">
        {done}
      </p>
      <PagedList
        query={list}
        many="escalations"
        rowHeight={44}
        empty={
          filters.isAny ? (
            <EmptyState
              title="No escalation matches these filters."
              action={<Button onClick={filters.clear}>Clear filters</Button>}
            />
          ) : (
            <EmptyState
              title="Nothing waits for a review."
              action={<Button onClick={() => filters.set('review', 'all')}>Show all escalations</Button>}
            >
              What is resolved, cancelled or stays without an answer appears here at once.
            </EmptyState>
          )
        }
      >
        {(rows) => (
          <div className="flex flex-col gap-2">
            <p role="status" className="text-ink-soft">
              {countWords}
            </p>
            <BulkBar
              chosen={chosen}
              shownIds={rows.map(({ id }) => id)}
              filter={filter}
              count={count}
              onDone={setDone}
            />
            <ReviewTable rows={rows} chosen={chosen} />
          </div>
        )}
      </PagedList>
    </ListPage>
  );
}
