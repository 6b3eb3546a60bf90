'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CheckCheck, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingVersion } from '@/domain/briefings/model';
import { BriefingView } from '@/ui/briefing-view';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { ApprovalDecision, type Reader } from './approval-decision';
import { ApprovalHead } from './approval-head';
import { ChangedSince } from './changed-since';
import { useReading } from './use-reading';
import { doneWords, whatWaits } from './what-waits';

export type ApprovalScreenProps = { briefingId: string; reader: Reader };

/** One briefing, to read in full and approve sentence by sentence. */
export function ApprovalScreen({ briefingId, reader }: ApprovalScreenProps) {
  const api = useTRPC();
  const { reading, error, retry, ...rest } = useReading(briefingId);
  const versions = useQuery(api.briefings.versions.queryOptions({ briefingId }));
  const failed = error ?? (versions.data ? null : versions.error);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6">
      <Link
        href="/manage/approvals"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All approvals
      </Link>
      {failed ? (
        <LoadError
          words={`This briefing cannot be shown. ${errorWords(failed).words}`}
          onRetry={() => (error ? retry() : void versions.refetch())}
        />
      ) : reading && versions.data ? (
        <Read {...rest} reading={reading} versions={versions.data} reader={reader} />
      ) : (
        <LoadingRows rows={8} height={64} label="The briefing is being loaded." />
      )}
    </div>
  );
}

type ReadProps = {
  reading: Briefing;
  changed: Briefing | null;
  take: (briefing: Briefing) => void;
  readAgain: () => void;
  versions: readonly BriefingVersion[];
  reader: Reader;
};

function Read({ reading, changed, take, readAgain, versions, reader }: ReadProps) {
  const api = useTRPC();
  const [done, setDone] = useState<string | null>(null);
  const zone = useQuery(api.clients.get.queryOptions({ clientId: reading.clientId })).data?.timeZone ?? null;
  const what = whatWaits(reading);
  const again = () => {
    setDone(null);
    if (changed) take(changed);
    else readAgain();
  };
  return (
    <>
      <ApprovalHead briefing={reading} zone={zone} />
      {done ? (
        <p
          role="status"
          className="flex items-start gap-2 rounded-md bg-fine-soft px-3 py-2 font-medium text-fine"
        >
          <CheckCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {done}
        </p>
      ) : null}
      {changed ? (
        <div
          role="alert"
          className="flex flex-wrap items-center gap-3 rounded-md border-2 border-high bg-high-soft px-3 py-2"
        >
          <RefreshCw aria-hidden className="size-4 shrink-0 text-high" />
          <p className="min-w-0 flex-1 basis-64 font-medium text-high">
            {changed.draftRevision === reading.draftRevision
              ? 'Somebody else decided about this briefing since you read it.'
              : `${changed.updatedByName} changed this briefing since you read it.`}{' '}
            Read it again before you decide.
          </p>
          <Button onClick={again}>Read it again</Button>
        </div>
      ) : null}
      {what ? (
        <>
          <ChangedSince briefing={reading} of={what.of} versions={versions} zone={zone} />
          <div className="grid gap-8 lg:grid-cols-2">
            <section aria-labelledby="as-read" className="flex min-w-0 flex-col gap-3">
              <h2 id="as-read" className="text-base font-semibold">
                As operators {what.of === 'draft' ? 'would read it' : 'read it'}
              </h2>
              <div className="rounded-md border border-line bg-surface p-4">
                <BriefingView content={what.content} zone={zone} />
              </div>
            </section>
            <div className="min-w-0">
              <ApprovalDecision
                briefing={reading}
                what={what}
                versions={versions}
                reader={reader}
                zone={zone}
                isOutdated={changed !== null}
                onReadAgain={again}
                onSettled={(settled, wasPublished) => {
                  setDone(doneWords(settled, wasPublished));
                  take(settled);
                }}
              />
            </div>
          </div>
        </>
      ) : done ? null : (
        <EmptyState
          title="Nothing of this briefing waits for approval."
          action={
            <Link
              href={`/manage/briefings/${reading.id}`}
              className="text-accent underline underline-offset-2"
            >
              Read the briefing
            </Link>
          }
        >
          It was approved, sent back, or changed by its author meanwhile. A change takes a submission back.
        </EmptyState>
      )}
    </>
  );
}
