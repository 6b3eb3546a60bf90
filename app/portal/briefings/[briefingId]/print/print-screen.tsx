'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Printer } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { briefingSheet } from '@/domain/briefings/briefing-sheet';
import { Button, buttonClasses } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { syncedNow } from '@/ui/now';
import { useWithdrawals } from '@/ui/use-withdrawals';
import { PrintSheet } from './print-sheet';

/** One clean document of what is published, or of the draft while nothing is; on paper only the document is left. */
export function PrintScreen({ briefingId }: { briefingId: string }) {
  const api = useTRPC();
  const [exportedAt] = useState(() => syncedNow());
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId }));
  const clientId = briefing.data?.clientId;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== undefined }),
  );
  const versions = useQuery(api.briefings.versions.queryOptions({ briefingId }));
  const withdrawals = useWithdrawals(briefingId);
  const failed = [briefing, client, versions].find((query) => query.isError);
  const isReady = briefing.data && client.data && versions.data;
  const newest = versions.data?.[0];
  const hasMore = briefing.data?.hasUnpublishedChanges === true && newest !== undefined;

  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 print:max-w-none print:p-0">
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <Link href={`/portal/briefings/${briefingId}`} className={buttonClasses('secondary', 'call')}>
          <ArrowLeft aria-hidden className="size-4" />
          Back to the briefing
        </Link>
        <Button
          variant="primary"
          size="call"
          disabled={!isReady}
          onClick={() => window.print()}
          icon={<Printer aria-hidden className="size-4" />}
        >
          Print
        </Button>
        {hasMore ? (
          <p className="basis-full text-ink-soft">
            This is version {newest.version}. The draft has changes that are not published, and not on this
            paper.
          </p>
        ) : null}
      </div>
      {failed ? (
        <LoadError
          words={`This briefing cannot be printed. ${errorWords(failed.error).words}`}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      {isReady ? (
        <PrintSheet
          sheet={briefingSheet({
            briefingId,
            clientId: briefing.data.clientId,
            clientName: briefing.data.clientName,
            timeZone: client.data.timeZone,
            state: briefing.data.state,
            version: newest?.version ?? 0,
            publishedAt: newest?.publishedAt ?? null,
            publishedByName: newest?.publishedByName ?? '',
            exportedAt,
            content: newest?.content ?? briefing.data.draft,
            approvals: newest?.approvals ?? {},
            withdrawals: [...withdrawals],
          })}
        />
      ) : failed ? null : (
        <LoadingRows rows={10} height={40} label="The briefing is being loaded." />
      )}
    </div>
  );
}
