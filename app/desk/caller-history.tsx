'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { dispositionWords, earlierWords } from './call-words';

const MOST = 5;

/** Earlier calls from this number to this client, the newest first. */
export function CallerHistory({ call }: { call: CallCard }) {
  const api = useTRPC();
  const isAskable = call.isAniValid && call.clientId !== null;
  const history = useQuery({
    ...api.calls.list.queryOptions({
      q: call.ani,
      limit: 20,
      ...(call.clientId === null ? {} : { clientId: call.clientId }),
    }),
    enabled: isAskable,
    staleTime: 60_000,
  });
  const earlier = (history.data?.items ?? [])
    .filter((other) => other.ani === call.ani && other.id !== call.id && other.ringAt < call.ringAt)
    .slice(0, MOST);

  return (
    <section aria-label="Caller history">
      <h2 className="mb-1 font-semibold">Earlier calls</h2>
      {!isAskable ? (
        <p className="text-ink-soft">
          {call.isAniValid
            ? earlierWords(call.earlierCalls)
            : 'The number is withheld, so earlier calls are unknown.'}
        </p>
      ) : history.isError ? (
        <LoadError words={errorWords(history.error).words} onRetry={() => void history.refetch()} />
      ) : history.isPending ? (
        <LoadingRows rows={Math.min(MOST, Math.max(1, call.earlierCalls))} label="Loading earlier calls" />
      ) : earlier.length === 0 ? (
        <p className="text-ink-soft">None from this number to this client.</p>
      ) : (
        <ul className="border-t border-line">
          {earlier.map((other) => (
            <li key={other.id} className="border-b border-line py-1.5">
              <p>
                <Time at={other.ringAt} zone={call.clientTimeZone} />
              </p>
              <p className="text-[13px] text-ink-soft">
                {[
                  other.disposition ? dispositionWords[other.disposition].words : 'Not finished',
                  other.answeredByName ?? '',
                  other.callerName,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
