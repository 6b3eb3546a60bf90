'use client';

import { useTRPC } from '@/api/client';
import type { EscalationAction } from '@/ui/escalation-offers';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { EscalationRow } from '../escalation-row';

/** All escalations of the client, newest first. */
export function EscalationList({ answers }: { answers: readonly EscalationAction[] }) {
  const api = useTRPC();
  const list = usePages(api.escalations.list.infiniteQueryKey(), (page) =>
    api.escalations.list.queryOptions(page),
  );
  return (
    <PagedList
      query={list}
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
