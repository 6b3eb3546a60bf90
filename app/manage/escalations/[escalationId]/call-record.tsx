'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import type { LiveBriefing } from '@/domain/briefings/model';
import { readBackWords } from '@/domain/calls/outcome-words';
import { CallInShort } from '@/ui/call-in-short';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { NoteLog } from '@/ui/note-log';
import { RecordedBriefing } from '@/ui/recorded-briefing';
import { Time } from '@/ui/time';
import { ToldLog } from '../../calls/[callId]/told-log';

/** The version that the operator spoke from, word for word. */
function BriefingAtRing({ briefing, zone }: { briefing: LiveBriefing; zone: string | null }) {
  const { withdrawals, versionId: id, version, content, publishedAt, publishedByName } = briefing;
  return (
    <details className="group border-y border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        <span className="font-medium">
          Version {version} of “{content.headline}”
        </span>
        <span className="text-ink-soft">
          published <Time at={publishedAt} zone={zone} /> by {publishedByName}
        </span>
      </summary>
      <div className="mb-3 rounded-md border border-line bg-surface p-3">
        <RecordedBriefing
          version={{
            id,
            briefingId: briefing.briefingId,
            version,
            content,
            approvals: briefing.approvals,
            publishedAt,
            publishedByName,
          }}
          withdrawals={withdrawals}
          zone={zone}
        />
      </div>
    </details>
  );
}

/** The call that it came from: what was read back, what was told, and the briefing as it was in force. */
export function CallRecord({ callId }: { callId: string }) {
  const api = useTRPC();
  const page = useQuery(api.calls.get.queryOptions({ callId }));
  if (page.isError) {
    return (
      <LoadError
        words={`Its call cannot be shown. ${errorWords(page.error).words}`}
        onRetry={() => void page.refetch()}
      />
    );
  }
  if (!page.data) return <LoadingRows rows={4} height={48} label="The call is being loaded." />;
  const { call, notes, told, briefing } = page.data;
  const zone = call.clientTimeZone;
  return (
    <section aria-labelledby="call" className="flex flex-col gap-4 border-t border-line pt-5">
      <h2 id="call" className="text-base font-semibold">
        The call
      </h2>
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <p>
            <span className="text-ink-soft">Read back: </span>
            <span className="font-medium">
              {call.readBack ? readBackWords(call.readBack) : 'the outcome was not read back'}
            </span>
          </p>
          {notes.length > 0 ? (
            <NoteLog notes={notes} zone={zone} />
          ) : (
            <EmptyState title="Nothing was written down." />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CallInShort page={page.data} />
        </div>
      </div>
      <h3 className="font-semibold">What the caller was told</h3>
      <ToldLog told={told} atRing={briefing} briefingId={call.briefingId} zone={zone} />
      <h3 className="font-semibold">The briefing in force at the ring</h3>
      {briefing ? (
        <BriefingAtRing briefing={briefing} zone={zone} />
      ) : (
        <p className="text-ink-soft">None was in force when the call came in.</p>
      )}
    </section>
  );
}
