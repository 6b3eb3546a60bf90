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
import { useAsPublished } from './as-published';
import { byForce } from './by-force';
import { BriefingGroup } from './briefing-group';

function useBriefings(state: BriefingState) {
  const api = useTRPC();
  return usePages(api.briefings.list.infiniteQueryKey({ state }), (page) =>
    api.briefings.list.queryOptions({ state, ...page }),
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
  const published = useBriefings('published');
  const drafts = useBriefings('draft');
  const resolved = useBriefings('resolved');

  const newBriefing = canWrite ? (
    <Link href="/portal/briefings/new" className={buttonClasses('primary', 'call')}>
      <Plus aria-hidden className="size-4" />
      New briefing
    </Link>
  ) : null;
  const rows = (query: typeof published) => query.data?.pages.flatMap((page) => page.items) ?? [];
  const { inForce, coming, over } = byForce(useAsPublished(rows(published)), now ?? new Date(0));
  const failed = [published, drafts, resolved].find((query) => query.isError);

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
            about={inForce.length > 1 ? 'A call brings up the most severe one; of equals the newest.' : null}
            rows={inForce}
            zone={zone}
          >
            <EmptyState title="No briefing is in force.">
              Operators answer with your greeting and your standing account info. On a bad day, write a
              briefing: the facts, what may be said and what must not; it is on every operator’s screen a
              second after you publish it.
            </EmptyState>
          </BriefingGroup>
          <BriefingGroup title="Published, not yet in force" rows={coming} zone={zone} />
          <BriefingGroup title="Time is over, not resolved" rows={over} zone={zone} />
        </>
      )}
      <BriefingGroup title="Drafts" rows={rows(drafts)} zone={zone} more={drafts} />
      <BriefingGroup title="Resolved" rows={rows(resolved)} zone={zone} more={resolved} />
    </>
  );
}
