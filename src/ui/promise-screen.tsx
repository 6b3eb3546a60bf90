'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { PromiseCard } from '@/domain/promises/model';
import { reasonWords, triesWords } from './callback-words';
import { LoadError, LoadingRows } from './list-states';
import { Phone } from './phone';
import { PromiseActions } from './promise-actions';
import { PromiseDeadline } from './promise-deadline';
import { PromiseEvents } from './promise-events';
import type { PromiseReader } from './promise-offers';
import { PromiseStandingChip } from './promise-standing-chip';
import { promiseDoer } from './promise-table';
import { promiseKindWords } from './promise-words';
import { Time } from './time';

export type PromiseScreenProps = {
  promiseId: string;
  /** Where this reader finds promises, and calls. */
  href: string;
  callsHref: string;
  reader: PromiseReader;
};

const linkLook = 'font-medium text-accent underline underline-offset-2';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 border-b border-line py-1.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

const shownBy = { call: 'A call', delivery: 'A message that was sent', note: 'These words' } as const;

function Ending({ promise }: { promise: PromiseCard }) {
  const { state, evidence, evidenceKind, endedAt, endedByName, clientTimeZone } = promise;
  if (state === 'open') return null;
  return (
    <>
      <Fact name="How it ended">{evidence === '' ? 'Nothing was written.' : evidence}</Fact>
      {state === 'kept' && evidenceKind !== null ? (
        <Fact name="What shows it">{shownBy[evidenceKind]}</Fact>
      ) : null}
      <Fact name="Ended">
        {endedByName ?? 'Somebody'}
        {endedAt === null ? null : (
          <>
            , <Time at={endedAt} zone={clientTimeZone} />
          </>
        )}
      </Fact>
    </>
  );
}

function Facts({
  promise,
  href,
  callsHref,
}: Pick<PromiseScreenProps, 'href' | 'callsHref'> & { promise: PromiseCard }) {
  const { callerName, callerPhone, replacesId, replacedById, createdByName, createdAt, clientTimeZone } =
    promise;
  return (
    <dl className="border-t border-line">
      <Fact name="By when">
        <PromiseDeadline promise={promise} />
      </Fact>
      <Fact name="Who does it">{promiseDoer(promise)}</Fact>
      <Fact name="Caller">
        {callerName || 'No name'}
        {callerPhone === null ? null : (
          <>
            , <Phone number={callerPhone} />
          </>
        )}
      </Fact>
      {promise.reason === 'call' ? null : <Fact name="Why">{reasonWords[promise.reason]}</Fact>}
      {promise.before === '' ? null : <Fact name="The caller heard">“{promise.before}”</Fact>}
      <Fact name="Promised">
        {createdByName === '' ? null : `${createdByName}, `}
        <Time at={createdAt} zone={clientTimeZone} />.{' '}
        <Link href={`${callsHref}/${promise.callId}`} className={linkLook}>
          Open the call
        </Link>
      </Fact>
      {promise.kind === 'callback' ? <Fact name="Tries">{triesWords(promise.tries)}</Fact> : null}
      <Ending promise={promise} />
      {replacesId === null ? null : (
        <Fact name="In the place of">
          <Link href={`${href}/${replacesId}`} className={linkLook}>
            An earlier promise
          </Link>
        </Fact>
      )}
      {replacedById === null ? null : (
        <Fact name="In its place">
          <Link href={`${href}/${replacedById}`} className={linkLook}>
            The promise that counts now
          </Link>
        </Fact>
      )}
    </dl>
  );
}

/** One promise: what, by when, whose it is, everything that happened to it, and what can be done now. */
export function PromiseScreen({ promiseId, href, callsHref, reader }: PromiseScreenProps) {
  const api = useTRPC();
  const query = useQuery(api.promises.get.queryOptions({ promiseId }));
  const back = (
    <Link href={href} className="inline-flex items-center gap-1 self-start text-accent hover:underline">
      <ArrowLeft aria-hidden className="size-4" />
      All promises
    </Link>
  );
  if (!query.data) {
    return (
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 px-4 py-6">
        {back}
        {query.isError ? (
          <LoadError
            words={`This promise cannot be shown. ${errorWords(query.error).words}`}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <LoadingRows rows={6} height={48} label="The promise is being loaded." />
        )}
      </div>
    );
  }
  const { promise, events } = query.data;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <header className="flex flex-col gap-2">
        {back}
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <PromiseStandingChip promise={promise} />
          <span className="font-medium">{promise.clientName}</span>
        </p>
        <h1 className="max-w-[66ch] text-xl leading-7 font-semibold">
          {promiseKindWords[promise.kind]}: {promise.what}
        </h1>
      </header>
      <div className="flex flex-wrap gap-2 empty:hidden">
        <PromiseActions promise={promise} reader={reader} size="call" />
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Facts promise={promise} href={href} callsHref={callsHref} />
        <section aria-labelledby="ledger" className="flex min-w-0 flex-col gap-3">
          <h2 id="ledger" className="text-base font-semibold">
            What happened
          </h2>
          <div className="pl-2">
            <PromiseEvents events={events} zone={promise.clientTimeZone} />
          </div>
        </section>
      </div>
    </div>
  );
}
