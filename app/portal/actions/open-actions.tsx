'use client';

import { useTRPC } from '@/api/client';
import { ActionList } from '@/ui/action-list';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';

/** What is still to be mended, the newest first. */
export function OpenActions() {
  const api = useTRPC();
  const list = usePages(api.reviewActions.list.infiniteQueryKey({}), (page) =>
    api.reviewActions.list.queryOptions(page),
  );
  return (
    <PagedList
      query={list}
      many="points"
      rowHeight={56}
      empty={
        <EmptyState title="Nothing to mend.">
          When a review of an escalation finds something that only you can change, it stands here.
        </EmptyState>
      }
    >
      {(actions) => <ActionList actions={actions} zone={null} escalationsHref="/portal/escalations" />}
    </PagedList>
  );
}
