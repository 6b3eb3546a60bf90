'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Callback } from '@/domain/promises/model';
import { pastDeeds } from './callback-words';
import { LoadError, LoadingRows } from './list-states';
import { Time } from './time';

/** What was done about it so far: whoever calls next does not ask twice. Shows nothing where nothing was. */
export function CallbackHistory({ callback }: { callback: Callback }) {
  const api = useTRPC();
  const { id: callbackId, tries, assignedToId, state } = callback;
  const hasHistory = tries > 0 || assignedToId !== null || state !== 'open';
  const query = useQuery({
    ...api.callbacks.get.queryOptions({ callbackId }),
    enabled: hasHistory,
    // Read when it is opened; what is done afterwards is done here.
    staleTime: 0,
  });
  if (!hasHistory) return null;
  const deeds = query.data ? pastDeeds(query.data) : [];
  return (
    <section aria-label="So far" className="flex flex-col gap-1">
      <h2 className="font-semibold">So far</h2>
      {query.isPending ? <LoadingRows rows={Math.min(5, tries + 1)} label="Loading what was done" /> : null}
      {query.isError ? (
        <LoadError
          words={`What was done so far cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {query.isSuccess && deeds.length === 0 ? <p className="text-ink-soft">Nobody has called yet.</p> : null}
      <ul className="border-t border-line empty:hidden">
        {deeds.map(({ id, at, byName, words, note }) => (
          <li key={id} className="border-b border-line py-1.5">
            <p>
              <Time at={at} zone={callback.clientTimeZone} /> <span className="font-medium">{words}</span>
              {byName === null ? null : <span className="text-ink-soft">, {byName}</span>}
            </p>
            {note === '' ? null : <p className="max-w-[66ch] whitespace-pre-line">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
