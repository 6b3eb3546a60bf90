'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { errorWords } from '@/api/client';
import type { IncidentBoard } from '@/domain/reports/pack-content';
import { IncidentCalls } from './incident-calls';
import { IncidentCharts } from './incident-charts';
import { IncidentFigures } from './incident-figures';
import { IncidentTold } from './incident-told';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { PackPanel } from './pack-panel';
import { PageHeader } from './page-header';
import { SeverityChip } from './severity-chip';
import { BriefingStateChip } from './state-chip';
import { Time } from './time';
import { useIncident } from './use-incident';

export type IncidentScreenProps = {
  briefingId: string;
  /** Where this reader opens a briefing: "/portal/briefings". */
  briefingsHref: string;
  callsHref: string;
  /** Where this reader sees who was told what, of this briefing. */
  toldHref: string;
};

function Board({
  board,
  callsHref,
  toldHref,
}: { board: IncidentBoard } & Pick<IncidentScreenProps, 'callsHref' | 'toldHref'>) {
  const { briefingId, figures, timeZone: zone, clientName, briefingState } = board;
  const asOf = new Date(board.asOf);
  const isOver = briefingState === 'resolved' || briefingState === 'withdrawn';
  return (
    <>
      <IncidentFigures figures={figures} />
      {isOver ? <PackPanel briefingId={briefingId} zone={zone} isOver /> : null}
      <section aria-labelledby="how" className="flex flex-col gap-3">
        <h2 id="how" className="text-base font-semibold">
          How it goes
        </h2>
        {figures.calls === 0 ? (
          <EmptyState title="Nobody has called about this yet.">
            The charts begin with the first call.
          </EmptyState>
        ) : (
          <IncidentCharts figures={figures} zone={zone} asOf={asOf} />
        )}
      </section>
      <section aria-labelledby="told" className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4">
          <h2 id="told" className="min-w-0 flex-1 text-base font-semibold">
            Statements told
          </h2>
          <Link href={toldHref} className="text-accent underline underline-offset-2">
            Who was told what
          </Link>
        </div>
        <IncidentTold told={figures.told} />
      </section>
      {isOver ? null : <PackPanel briefingId={briefingId} zone={zone} isOver={false} />}
      <section aria-labelledby="callers" className="flex flex-col gap-2">
        <h2 id="callers" className="text-base font-semibold">
          Every call
        </h2>
        <IncidentCalls
          briefingId={briefingId}
          clientName={clientName}
          zone={zone}
          asOf={asOf}
          callsHref={callsHref}
        />
      </section>
    </>
  );
}

/** An incident while it runs, and its hand-back when it is over. It follows what happens by itself. */
export function IncidentScreen({ briefingId, briefingsHref, ...hrefs }: IncidentScreenProps) {
  const { data: board, isError, error, refetch } = useIncident(briefingId);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6">
      <Link
        href={`${briefingsHref}/${briefingId}`}
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        The briefing
      </Link>
      <PageHeader
        title={board ? `Incident: ${board.headline || 'No headline yet'}` : 'Incident'}
        about={
          board ? (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <SeverityChip severity={board.severity} />
              <BriefingStateChip state={board.briefingState} />
              <span>
                {board.clientName}, version {board.version}
              </span>
              {isError ? (
                <span role="alert" className="font-medium text-high">
                  Not up to date since <Time at={new Date(board.asOf)} />. {errorWords(error).words}
                </span>
              ) : (
                <span>
                  As of <Time at={new Date(board.asOf)} zone={board.timeZone} show="absolute" />
                </span>
              )}
            </span>
          ) : null
        }
      />
      {board ? (
        <Board board={board} {...hrefs} />
      ) : isError ? (
        <LoadError
          words={`This incident cannot be shown. ${errorWords(error).words}`}
          onRetry={() => void refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={72} label="The incident is being loaded." />
      )}
    </div>
  );
}
