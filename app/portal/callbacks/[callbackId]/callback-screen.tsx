'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { Callback } from '@/domain/promises/model';
import { CallbackDue, CallerClock, NightChip } from '@/ui/callback-due';
import { CallbackHistory } from '@/ui/callback-history';
import { CallbackWording } from '@/ui/callback-wording';
import { triesWords, whyWords } from '@/ui/callback-words';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Phone } from '@/ui/phone';
import { Time } from '@/ui/time';
import { CallbackWork } from './callback-work';

function Head({ callback }: { callback: Callback }) {
  const { callerName, callerPhone, callerTimeZone, state, tries, nextTryAt, callId } = callback;
  return (
    <header className="flex flex-col gap-1.5">
      <h1 className="text-xl leading-7 font-semibold text-balance">
        {callerName || 'Caller without a name'}
      </h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-xl leading-9">
          <Phone number={callerPhone} isLink={state === 'open'} />
        </span>
        <CallerClock zone={callerTimeZone} />
        {state === 'open' ? <NightChip callback={callback} /> : null}
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-ink-soft">
        {state === 'open' ? <CallbackDue callback={callback} /> : null}
        <span>{triesWords(tries)}</span>
        {nextTryAt === null ? null : (
          <span>
            not before <Time at={nextTryAt} zone={callerTimeZone} />
          </span>
        )}
        <Link href={`/portal/calls/${callId}`} className="text-accent underline underline-offset-2">
          The call it goes back to
        </Link>
      </p>
      <p>
        <span className="font-semibold">Why: </span>
        {whyWords(callback)}
      </p>
    </header>
  );
}

/** One callback: why, what was said before, and, where it is the company's to make, what came of it. */
export function CallbackScreen({ callbackId, me }: { callbackId: string; me: string }) {
  const api = useTRPC();
  const query = useQuery(api.callbacks.get.queryOptions({ callbackId }));
  const callback = query.data?.callback;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-6">
      <Link
        href="/portal/callbacks"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All callbacks
      </Link>
      {callback ? (
        <>
          <Head callback={callback} />
          {callback.state === 'open' ? null : (
            <p role="status" className="flex items-center gap-1.5 font-medium text-fine">
              <CircleCheck aria-hidden className="size-4" />
              This callback is finished{callback.endedByName === null ? '' : `, by ${callback.endedByName}`}.
              There is nobody to call.
            </p>
          )}
          <CallbackWording callback={callback} />
          <CallbackHistory callback={callback} />
          {callback.state === 'open' ? <CallbackWork callback={callback} me={me} /> : null}
        </>
      ) : query.isError ? (
        <LoadError
          words={`This callback cannot be shown. ${errorWords(query.error).words}`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingRows rows={6} height={56} label="The callback is being loaded." />
      )}
    </div>
  );
}
