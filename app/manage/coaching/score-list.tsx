'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { ScoreCard } from '@/ui/score-card';
import { usePages } from '@/ui/use-pages';

/** Scored calls, of one operator or of everybody, the newest first. */
export function ScoreList({ operatorId }: { operatorId: string | null }) {
  const api = useTRPC();
  const asked = { limit: 20, ...(operatorId && { operatorId }) };
  const list = usePages(api.scores.list.infiniteQueryKey(asked), (page) =>
    api.scores.list.queryOptions({ ...asked, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="scored calls"
      rowHeight={120}
      empty={
        <EmptyState title="No call was scored yet.">
          {operatorId ? 'Draw or choose one of this operator.' : 'Draw some under “To score”.'}
        </EmptyState>
      }
    >
      {(scores) => (
        <ol className="border-t border-line">
          {scores.map((score) => (
            <li key={score.id} className="border-b border-line py-4">
              <ScoreCard
                score={score}
                title={
                  <Link
                    href={`/manage/coaching/calls/${score.callId}`}
                    className="text-accent underline underline-offset-2"
                  >
                    {score.operatorName}, {score.clientName ?? 'unrecognised number'}
                  </Link>
                }
              />
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  );
}
