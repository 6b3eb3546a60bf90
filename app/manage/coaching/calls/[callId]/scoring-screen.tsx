'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Phone } from '@/ui/phone';
import { Time } from '@/ui/time';
import { CallBeside } from './call-beside';
import { ScoringPanel, type ScoringPanelProps } from './scoring-panel';

/** A call beside the form: what the record says on one side, the judgement on the other. */
export function ScoringScreen({ callId, reader }: { callId: string } & Pick<ScoringPanelProps, 'reader'>) {
  const api = useTRPC();
  const call = useQuery(api.calls.get.queryOptions({ callId }));
  const scoring = useQuery(api.scores.get.queryOptions({ callId }));
  const back = (
    <Link
      href="/manage/coaching"
      className="inline-flex items-center gap-1 self-start text-accent hover:underline"
    >
      <ArrowLeft aria-hidden className="size-4" />
      Calls to score
    </Link>
  );
  if (!call.data || !scoring.data) {
    const failed = call.isError ? call : scoring.isError ? scoring : null;
    return (
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 px-4 py-6">
        {back}
        {failed ? (
          <LoadError
            words={`This call cannot be shown. ${errorWords(failed.error).words}`}
            onRetry={() => void failed.refetch()}
          />
        ) : (
          <LoadingRows rows={8} height={48} label="The call is being loaded." />
        )}
      </div>
    );
  }
  const { ani, callerName, clientName, clientTimeZone, ringAt } = call.data.call;
  const { operatorName } = scoring.data;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6">
      <header className="flex flex-col gap-1">
        {back}
        <h1 className="mt-1 text-xl leading-7 font-semibold">
          {operatorName === null ? 'Nobody' : operatorName} for {clientName ?? 'an unrecognised number'}
        </h1>
        <p className="text-ink-soft">
          {callerName || 'Name not given'}, <Phone number={ani} />; rang{' '}
          <Time at={ringAt} zone={clientTimeZone} />.{' '}
          <Link href={`/manage/calls/${callId}`} className="text-accent underline underline-offset-2">
            The whole call
          </Link>
        </p>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <CallBeside page={call.data} />
        <ScoringPanel scoring={scoring.data} call={call.data.call} reader={reader} />
      </div>
    </div>
  );
}
