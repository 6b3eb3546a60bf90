'use client';

import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { buttonClasses } from '@/ui/button';
import { BriefingRecord } from '@/ui/briefing-record';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { useLiveEvent } from '@/ui/live-updates';
import { ReviewChips } from '@/ui/state-chip';
import { ReachCell } from '../reach-cell';

/** What an account manager does with it: approve what waits, see who was told, and how many operators have it. */
function Standing({ briefing }: { briefing: Briefing }) {
  const { id, state, review, reviewWords, reviewedByName, unapprovedSince, currentVersion } = briefing;
  const isWaiting = review === 'submitted' || unapprovedSince !== null;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-6 empty:hidden">
      <span className="inline-flex flex-wrap gap-1 empty:hidden">
        <ReviewChips review={review} unapprovedSince={unapprovedSince} />
      </span>
      {review === 'rejected' ? (
        <p className="min-w-0 flex-1 basis-64">
          <span className="font-medium">{reviewedByName} sent it back:</span> “{reviewWords}”
        </p>
      ) : null}
      {state === 'published' ? (
        <p>
          <span className="text-ink-soft">Operators on shift who have confirmed it: </span>
          <ReachCell briefingId={id} />
        </p>
      ) : null}
      {currentVersion > 0 ? (
        <>
          <Link href={`/manage/incidents/${id}`} className="text-accent underline underline-offset-2">
            Incident board
          </Link>
          <Link href={`/manage/briefings/${id}/told`} className="text-accent underline underline-offset-2">
            Who was told what
          </Link>
        </>
      ) : null}
      {isWaiting ? (
        <Link href={`/manage/approvals/${id}`} className={buttonClasses('primary')}>
          <BadgeCheck aria-hidden className="size-4" />
          Read and approve
        </Link>
      ) : null}
    </div>
  );
}

/** A client's briefing for the account manager: to read, with every version. */
export function BriefingReading({ briefingId }: { briefingId: string }) {
  const api = useTRPC();
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId }));
  const { refetch } = briefing;
  useLiveEvent((event) => {
    if (event.type === 'briefing.saved' && event.briefing.id === briefingId) void refetch();
  });
  const clientId = briefing.data?.clientId;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== undefined }),
  );
  if (briefing.data) {
    return (
      <>
        <Standing briefing={briefing.data} />
        <BriefingRecord
          briefing={briefing.data}
          zone={client.data?.timeZone ?? null}
          backHref="/manage/briefings"
        />
      </>
    );
  }
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6">
      {briefing.isError ? (
        <LoadError
          words={`This briefing cannot be shown. ${errorWords(briefing.error).words}`}
          onRetry={() => void briefing.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={64} label="The briefing is being loaded." />
      )}
    </div>
  );
}
