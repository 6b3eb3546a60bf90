'use client';

import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Download, Printer } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { BriefingRecord } from '@/ui/briefing-record';
import { buttonClasses } from '@/ui/button';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { isOver, type Author } from './approval-step';
import { BriefingEditor } from './briefing-editor';
import { SaidStatements } from './said-statements';

type Frame = { author: Author; zone: string; greeting: string; organizationName: string };

/** Stays an editor until it is left, also when a colleague resolves the briefing: nobody's text vanishes. */
function Opened({ briefing, canWrite, ...frame }: Frame & { briefing: Briefing; canWrite: boolean }) {
  const [isEditor] = useState(canWrite && !isOver(briefing));
  if (isEditor) return <BriefingEditor briefing={briefing} {...frame} />;
  return (
    <>
      <BriefingRecord
        briefing={briefing}
        zone={frame.zone}
        backHref="/portal/briefings"
        actions={
          <>
            {briefing.currentVersion > 0 ? (
              <Link href={`/portal/incidents/${briefing.id}`} className={buttonClasses('secondary', 'call')}>
                <ChartColumn aria-hidden className="size-4" />
                Incident board
              </Link>
            ) : null}
            <Link
              href={`/portal/briefings/${briefing.id}/print`}
              className={buttonClasses('secondary', 'call')}
            >
              <Printer aria-hidden className="size-4" />
              Print
            </Link>
            <a
              href={`/api/v1/briefings/${briefing.id}/export.pdf`}
              download
              className={buttonClasses('secondary', 'call')}
            >
              <Download aria-hidden className="size-4" />
              PDF
            </a>
          </>
        }
      />
      {canWrite && isOver(briefing) ? <SaidStatements briefing={briefing} zone={frame.zone} /> : null}
    </>
  );
}

export type BriefingScreenProps = {
  briefingId: string;
  author: Author;
  canWrite: boolean;
  organizationName: string;
};

export function BriefingScreen({ briefingId, author, canWrite, organizationName }: BriefingScreenProps) {
  const api = useTRPC();
  // An editor must begin with the newest draft, not with one remembered from an earlier visit.
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId }, { refetchOnMount: 'always' }));
  const clientId = briefing.data?.clientId;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== undefined }),
  );
  const failed = [briefing, client].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <div className="p-4">
        <LoadError
          words={`This briefing cannot be shown. ${errorWords(failed.error).words}`}
          onRetry={() => void failed.refetch()}
        />
      </div>
    );
  }
  if (!briefing.data || !briefing.isFetchedAfterMount || !client.data) {
    return (
      <div className="p-4">
        <LoadingRows rows={8} height={64} label="The briefing is being loaded." />
      </div>
    );
  }
  return (
    <Opened
      key={briefingId}
      briefing={briefing.data}
      author={author}
      canWrite={canWrite}
      zone={client.data.timeZone}
      greeting={client.data.greeting}
      organizationName={organizationName}
    />
  );
}
