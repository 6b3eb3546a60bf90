'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingState } from '@/domain/briefings/model';
import { buttonClasses } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { useNow } from '@/ui/now';
import { PageHeader } from '@/ui/page-header';
import { usePages } from '@/ui/use-pages';
import { byForce, byReview } from './by-force';
import { BriefingGroup } from './briefing-group';

type Wanted = { state: BriefingState } | { review: 'outstanding' };

function useBriefings(wanted: Wanted) {
  const api = useTRPC();
  return usePages(api.briefings.list.infiniteQueryKey(wanted), (page) =>
    api.briefings.list.queryOptions({ ...wanted, ...page }),
  );
}

export type BriefingBoardProps = {
  clientId: string;
  canWrite: boolean;
  organizationName: string;
  children: ReactNode;
};

/** All briefings of the client: what operators go by now, what comes, what is being written, what is over. */
export function BriefingBoard({ clientId, canWrite, organizationName, children }: BriefingBoardProps) {
  const api = useTRPC();
  const now = useNow(10_000);
  const zone = useQuery(api.clients.get.queryOptions({ clientId })).data?.timeZone ?? null;
  const published = useBriefings({ state: 'published' });
  const drafts = useBriefings({ state: 'draft' });
  const outstanding = useBriefings({ review: 'outstanding' });
  const resolved = useBriefings({ state: 'resolved' });
  const withdrawn = useBriefings({ state: 'withdrawn' });

  const newBriefing = canWrite ? (
    <Link href="/portal/briefings/new" className={buttonClasses('primary', 'call')}>
      <Plus aria-hidden className="size-4" />
      New briefing
    </Link>
  ) : null;
  const rows = (query: typeof published) => query.data?.pages.flatMap((page) => page.items) ?? [];
  const { inForce, coming, over } = byForce(rows(published), now ?? new Date(0));
  // What is published and waits is marked where it stands.
  const { waiting } = byReview(rows(outstanding).filter(({ state }) => state === 'draft'));
  const { writing } = byReview(rows(drafts));
  const failed = [published, drafts, outstanding, resolved, withdrawn].find((query) => query.isError);

  return (
    <>
      <PageHeader
        title="Briefings"
        about={`What the operators of ${organizationName} know and say when they answer for you.`}
        actions={newBriefing}
      />
      {children}
      {failed ? (
        <LoadError
          words={`Your briefings cannot be shown. ${errorWords(failed.error).words}`}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      {published.isPending || now === null ? (
        <LoadingRows rows={3} height={72} label="Your briefings are being loaded." />
      ) : (
        <>
          <BriefingGroup
            title="In force now"
            about={
              inForce.length > 1 ? 'A call brings up the most severe one first; of equals the newest.' : null
            }
            rows={inForce}
            zone={zone}
          >
            <EmptyState title="No briefing is in force.">
              Operators answer with your greeting and your standing account info. On a bad day, write a
              briefing: the facts, what may be said and what must not; it is on every operator’s screen a
              second after you publish it.
            </EmptyState>
          </BriefingGroup>
          <BriefingGroup title="Waiting for approval" rows={waiting} zone={zone} more={outstanding} />
          <BriefingGroup title="Published, not yet in force" rows={coming} zone={zone} more={published} />
          <BriefingGroup title="Time is over, not resolved" rows={over} zone={zone} />
        </>
      )}
      <BriefingGroup title="Drafts" rows={writing} zone={zone} more={drafts} />
      <BriefingGroup title="Resolved" rows={rows(resolved)} zone={zone} more={resolved} />
      <BriefingGroup title="Withdrawn" rows={rows(withdrawn)} zone={zone} more={withdrawn} />
    </>
  );
}
