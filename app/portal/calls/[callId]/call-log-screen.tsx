'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { CallInShort } from '@/ui/call-in-short';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { NoteLog } from '@/ui/note-log';
import { Phone } from '@/ui/phone';
import { CallStateChip } from '@/ui/state-chip';
import { UrgencyChip } from '@/ui/urgency-chip';

/** The log of one call, for the people of the client it came for. */
export function CallLogScreen({ callId }: { callId: string }) {
  const api = useTRPC();
  const query = useQuery(api.calls.get.queryOptions({ callId }));
  const page = query.data;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6">
      <Link
        href="/portal/messages"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All messages
      </Link>
      {page ? (
        <>
          <header className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <CallStateChip state={page.call.state} isHeld={page.call.isHeld} channel={page.call.channel} />
              <UrgencyChip urgency={page.call.urgency} />
            </p>
            <h1 className="text-xl leading-7 font-semibold">
              {page.call.callerName || <Phone number={page.call.ani} />}
            </h1>
          </header>
          <section aria-labelledby="in-short" className="flex flex-col gap-2">
            <h2 id="in-short" className="text-base font-semibold">
              The call
            </h2>
            <CallInShort page={page} />
          </section>
          <section aria-labelledby="points" className="flex flex-col gap-2">
            <h2 id="points" className="text-base font-semibold">
              Log
            </h2>
            {page.notes.length > 0 ? (
              <NoteLog notes={page.notes} zone={page.call.clientTimeZone} />
            ) : (
              <EmptyState title="Nothing was written down." />
            )}
          </section>
        </>
      ) : query.isError ? (
        <LoadError
          words={`This call cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={40} label="The call is being loaded." />
      )}
    </div>
  );
}
