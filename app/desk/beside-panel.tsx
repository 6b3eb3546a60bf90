'use client';

import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { errorWords } from '@/api/client';
import type { CallBeside, CallCard } from '@/domain/calls/model';
import { dispositionWords } from '@/domain/calls/outcome-words';
import type { PromiseCard } from '@/domain/promises/model';
import { CallbackDue } from '@/ui/callback-due';
import { reasonWords } from '@/ui/callback-words';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Time } from '@/ui/time';
import { moodWords } from './call-words';
import { callbacksOfCaller } from './callback-selectors';
import { useDesk, useDeskNow } from './desk-context';
import { PromiseEnding } from './kept-promise';
import { promisedWords } from './promise-words';
import { useBeside } from './use-beside';

/** The caller’s earlier calls, alike calls of this incident, and what the caller was promised. */
export function BesidePanel({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const beside = useBeside(call);
  if (beside.data === undefined) {
    return (
      <Part title="Earlier calls">
        {beside.isError ? (
          <LoadError words={errorWords(beside.error).words} onRetry={() => void beside.refetch()} />
        ) : beside.fetchStatus === 'paused' ? (
          <p className="text-ink-soft">They are read once there is a connection.</p>
        ) : (
          <LoadingRows rows={Math.min(5, Math.max(2, call.earlierCalls))} label="Loading earlier calls" />
        )}
      </Part>
    );
  }
  const { earlier, alike } = beside.data;
  const promises = beside.data.promises.map((one) => state.promises[one.id] ?? one);
  const callbacks = callbacksOfCaller(
    beside.data.callbacks.map((one) => state.callbacks[one.id] ?? one),
    call,
  ).filter(({ reason }) => reason !== 'call');
  const isKnown = call.isAniValid || call.callerPhone !== null || call.channel === 'email';
  return (
    <>
      {promises.length > 0 ? (
        <Part title="Promised to this caller">
          <ul className="border-t border-line">
            {promises.map((promise) => (
              <PromisedRow key={promise.id} promise={promise} />
            ))}
          </ul>
        </Part>
      ) : null}
      {callbacks.length > 0 ? (
        <Part title="To be called back">
          <ul className="border-t border-line">
            {callbacks.map((callback) => (
              <li key={callback.id} className="border-b border-line py-1.5">
                <CallbackDue callback={callback} />: {reasonWords[callback.reason]}
                <span className="block">{callback.sayNow ?? callback.what}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title="Earlier calls">
        {earlier.length > 0 ? (
          <CallRows calls={earlier} zone={call.clientTimeZone} />
        ) : (
          <p className="text-ink-soft">
            {isKnown
              ? 'None of this caller to this client.'
              : 'The number is withheld, so earlier calls are unknown.'}
          </p>
        )}
      </Part>
      <Part title="Alike calls">
        {alike.length > 0 ? (
          <CallRows calls={alike} zone={call.clientTimeZone} />
        ) : (
          <p className="text-ink-soft">
            {call.issue === '' && (state.logs[call.id]?.notes.length ?? 0) === 0
              ? 'They are found by what you write down.'
              : 'No other caller has said the like.'}
          </p>
        )}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function PromisedRow({ promise }: { promise: PromiseCard }) {
  const now = useDeskNow(10_000);
  const isOverdue = promise.state === 'open' && promise.dueAt <= now;
  return (
    <li className="flex flex-col gap-0.5 border-b border-line py-1.5">
      <p>
        {promisedWords[promise.kind]} by{' '}
        <Time at={promise.dueAt} zone={promise.clientTimeZone} show="absolute" />
        {isOverdue ? <strong className="font-semibold text-high">, overdue</strong> : null}: {promise.what}
      </p>
      <PromiseEnding promise={promise} />
    </li>
  );
}

/** Each with how it went and what helped. */
function CallRows({ calls, zone }: { calls: readonly CallBeside[]; zone: string | null }) {
  return (
    <ul className="border-t border-line">
      {calls.map((other) => (
        <li key={other.id} className="flex flex-col gap-0.5 border-b border-line py-1.5">
          <p>
            <a
              href={`/desk?call=${other.id}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-6 items-center gap-1 text-accent underline underline-offset-2"
            >
              <Time at={other.ringAt} zone={zone} show="absolute" />
              <ExternalLink aria-hidden className="size-3.5" />
              <span className="sr-only">(new window)</span>
            </a>{' '}
            {other.issue === '' ? null : <span className="line-clamp-3">{other.issue}</span>}
          </p>
          <p className="text-[13px] text-ink-soft">
            {[
              other.disposition ? dispositionWords(other.disposition).words : 'Not finished',
              other.mood ? `${moodWords[other.mood]} at the end` : '',
              other.answeredByName ?? '',
              other.callerName,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {other.told.map((text) => (
            <p key={text} className="text-[13px]">
              <span className="text-ink-soft">Was told: </span>
              {text}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
