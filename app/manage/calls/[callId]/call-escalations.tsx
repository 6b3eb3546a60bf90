'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { EscalationStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { usePages } from '@/ui/use-pages';

/** What was escalated from this call. */
export function CallEscalations({ callId }: { callId: string }) {
  const api = useTRPC();
  const list = usePages(api.escalations.list.infiniteQueryKey({ callId }), (page) =>
    api.escalations.list.queryOptions({ callId, ...page }),
  );
  return (
    <PagedList query={list} many="escalations" empty={<EmptyState title="Nobody had to be told at once." />}>
      {(cards) => (
        <ul className="border-t border-line">
          {cards.map(({ id, state, summary, startedAt }) => (
            <li key={id} className="flex items-start gap-3 border-b border-line py-2">
              <EscalationStateChip state={state} />
              <p className="min-w-0">
                <Link
                  href={`/manage/escalations/${id}`}
                  className="font-medium text-accent underline underline-offset-2"
                >
                  {summary}
                </Link>{' '}
                <span className="text-ink-soft">
                  <Time at={startedAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
