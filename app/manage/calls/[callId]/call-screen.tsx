'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { CallInShort } from '@/ui/call-in-short';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Phone } from '@/ui/phone';
import { CallStateChip } from '@/ui/state-chip';
import { UrgencyChip } from '@/ui/urgency-chip';
import { CallEscalations } from './call-escalations';
import { CallFacts } from './call-facts';
import { CallMessages } from './call-messages';
import { CallPoints } from './call-points';
import { ToldLog } from './told-log';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** The log of one call: who, when, what was written down, what was told, how it ended. */
export function CallScreen({ callId }: { callId: string }) {
  const api = useTRPC();
  const query = useQuery(api.calls.get.queryOptions({ callId }));
  const back = (
    <Link
      href="/manage/calls"
      className="inline-flex items-center gap-1 self-start text-accent hover:underline"
    >
      <ArrowLeft aria-hidden className="size-4" />
      All calls
    </Link>
  );
  if (!query.data) {
    return (
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6">
        {back}
        {query.isError ? (
          <LoadError
            words={`This call cannot be shown. ${errorWords(query.error).words}`}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <LoadingRows rows={8} height={48} label="The call is being loaded." />
        )}
      </div>
    );
  }
  const { call, notes, told, briefing } = query.data;
  const zone = call.clientTimeZone;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6">
      <header className="flex flex-col gap-2">
        {back}
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <CallStateChip state={call.state} isHeld={call.isHeld} channel={call.channel} />
          <UrgencyChip urgency={call.urgency} />
        </p>
        <h1 className="text-xl leading-7 font-semibold">{call.clientName ?? 'Unrecognised number'}</h1>
        <p className="text-base leading-6">
          {call.callerName || 'Name not given'}, <Phone number={call.ani} />
          {call.callerPhone && call.callerPhone !== call.ani ? (
            <>
              ; ring back on <Phone number={call.callerPhone} />
            </>
          ) : null}
        </p>
      </header>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Part title="Notes">
            <CallPoints call={call} notes={notes} />
          </Part>
          <Part title="What the caller was told">
            <ToldLog told={told} atRing={briefing} briefingId={call.briefingId} zone={zone} />
          </Part>
          {call.clientId === null ? null : (
            <Part title="Messages to the client">
              <CallMessages callId={callId} />
            </Part>
          )}
          <Part title="Escalations">
            <CallEscalations callId={callId} />
          </Part>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {call.state === 'closed' && call.answeredById !== null ? (
            <Link
              href={`/manage/coaching/calls/${callId}`}
              className="self-start text-accent underline underline-offset-2"
            >
              Score this call
            </Link>
          ) : null}
          <Part title="In short">
            <CallInShort page={query.data} />
          </Part>
          <Part title="The call">
            <CallFacts call={call} briefing={briefing} />
          </Part>
        </div>
      </div>
    </div>
  );
}
