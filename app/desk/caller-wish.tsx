'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { ConsentForm, type ConsentDraft } from '@/ui/consent-form';
import { UpdateLine } from '@/ui/update-line';

export type CallerWishProps = {
  call: CallCard;
  /** What is typed and not kept yet. */
  draft: ConsentDraft;
  onDraft: (draft: ConsentDraft) => void;
};

/** In wrap-up: whether the caller wishes to hear how it ended, and how; on record the moment it is kept. */
export function CallerWish({ call, draft, onDraft }: CallerWishProps) {
  const api = useTRPC();
  const updates = useQuery(api.callerUpdates.list.queryOptions({ callId: call.id, limit: 1 }));
  if (call.clientId === null) return null;
  const update = updates.data?.items[0] ?? null;
  const isOver = update?.state === 'told' || update?.state === 'promised';
  return (
    <section aria-label="The caller" className="flex flex-col gap-2">
      {update ? <UpdateLine update={update} zone={call.clientTimeZone} /> : null}
      {updates.isError && !updates.data ? (
        <p className="text-ink-soft">
          Whether the caller agreed to be told is not known here. {errorWords(updates.error).words}
        </p>
      ) : null}
      {isOver ? null : (
        <ConsentForm
          callId={call.id}
          update={update}
          phone={call.callerPhone ?? (call.isAniValid ? call.ani : '')}
          draft={draft}
          onDraft={onDraft}
        />
      )}
    </section>
  );
}
