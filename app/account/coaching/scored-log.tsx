'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { CallInShort } from '@/ui/call-in-short';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { NoteLog } from '@/ui/note-log';

/** The log of a scored call, read when it is opened: whoever answers wants to see what was looked at. */
export function ScoredLog({ callId }: { callId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="cursor-pointer text-[13px] text-ink-soft">The log of this call</summary>
      {isOpen ? <Log callId={callId} /> : null}
    </details>
  );
}

function Log({ callId }: { callId: string }) {
  const api = useTRPC();
  const query = useQuery(api.calls.get.queryOptions({ callId }));
  if (query.isError) {
    return (
      <LoadError
        words={`The log cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!query.data) return <LoadingRows rows={4} label="The log is being loaded." />;
  return (
    <div className="mt-2 flex flex-col gap-3">
      <CallInShort page={query.data} />
      <NoteLog notes={query.data.notes} zone={query.data.call.clientTimeZone} />
    </div>
  );
}
