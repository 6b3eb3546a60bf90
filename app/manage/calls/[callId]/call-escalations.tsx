'use client';

import { useTRPC, useTRPCClient } from '@/api/client';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { EscalationTable } from '../../escalation-table';

/** What was escalated from this call. */
export function CallEscalations({ callId }: { callId: string }) {
  const api = useTRPC();
  const client = useTRPCClient();
  const list = usePages(api.escalations.list.infiniteQueryKey({ callId }), (page) =>
    client.escalations.list.query({ callId, ...page }),
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
