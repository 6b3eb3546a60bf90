'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { buttonClasses } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { OnCallGaps } from '@/ui/on-call-gaps';
import { OnCallNow } from '@/ui/on-call-people';
import { nextLookMs } from '@/ui/on-call-refresh';

/** The client's schedules, each with who is responsible now. */
export function OnCallSection({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const query = useQuery(
    api.onCall.get.queryOptions({ clientId }, { refetchInterval: ({ state }) => nextLookMs(state.data) }),
  );
  if (!query.data) {
    return query.isError ? (
      <LoadError
        words={`The schedules cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <LoadingRows rows={2} height={64} label="The schedules are being loaded." />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {query.data.length === 0 ? (
        <EmptyState title="No schedule.">
          None is needed while the policy names people directly. Make one when people take turns.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {query.data.map((status) => (
            <li
              key={status.schedule.id}
              className="flex flex-wrap items-start gap-x-6 gap-y-1 border-b border-line py-2"
            >
              <Link
                href={`/manage/on-call/${status.schedule.id}`}
                className="min-w-0 flex-1 basis-48 font-medium text-accent underline underline-offset-2"
              >
                {status.schedule.name}
              </Link>
              <div className="min-w-0 basis-80">
                <OnCallNow status={status} />
                <OnCallGaps gaps={status.gaps} zone={status.schedule.timeZone} at={status.at} most={2} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Link href={`/manage/on-call/new?client=${clientId}`} className={buttonClasses()}>
          <Plus aria-hidden className="size-4" />
          New schedule
        </Link>
      </div>
    </div>
  );
}
