'use client';

import { useTRPC, useTRPCClient } from '@/api/client';
import type { EscalationAction } from '@/ui/escalation-actions';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { EscalationRow } from '../escalation-row';

/** All escalations of the client, newest first. */
export function EscalationList({ answers }: { answers: readonly EscalationAction[] }) {
  const api = useTRPC();
  const client = useTRPCClient();
  const list = usePages(api.escalations.list.infiniteQueryKey(), (page) =>
    client.escalations.list.query(page),
  );
  return (
    <PagedList
      query={list}
      one="escalation"
      many="escalations"
      rowHeight={96}
      empty={
        <EmptyState title="No escalation so far.">
          When a caller’s matter cannot wait, it appears here and your responsible contact is told.
        </EmptyState>
      }
    >
      {(cards) => (
        <ul className="flex flex-col gap-2">
          {cards.map((card) => (
            <EscalationRow key={card.id} escalation={card} answers={answers} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}
