'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { BriefingRecord } from '@/ui/briefing-record';
import { LoadError, LoadingRows } from '@/ui/list-states';

/** A client's briefing for the account manager: to read, with every version. */
export function BriefingReading({ briefingId }: { briefingId: string }) {
  const api = useTRPC();
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId }));
  const clientId = briefing.data?.clientId;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== undefined }),
  );
  if (briefing.data) {
    return (
      <BriefingRecord
        briefing={briefing.data}
        zone={client.data?.timeZone ?? null}
        backHref="/manage/briefings"
      />
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
