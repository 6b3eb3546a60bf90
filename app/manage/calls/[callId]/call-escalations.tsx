'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { EscalationTable } from '../../escalation-table';

/** What was escalated from this call. */
export function CallEscalations({ callId }: { callId: string }) {
  const api = useTRPC();
  const list = useInfiniteQuery(
    api.escalations.list.infiniteQueryOptions({ callId }, { getNextPageParam: (page) => page.nextCursor }),
  );
  return (
    <PagedList
      query={list}
      one="escalation"
      many="escalations"
      empty={<EmptyState title="Nobody had to be told at once." />}
    >
      {(cards) => <EscalationTable cards={cards} />}
    </PagedList>
  );
}
