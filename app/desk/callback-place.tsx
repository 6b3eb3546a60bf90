'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Callback } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { CallbackDue, CallerClock, NightChip } from '@/ui/callback-due';
import { CallbackHandOverSheet } from '@/ui/callback-hand-over';
import { CallbackHistory } from '@/ui/callback-history';
import { outcomeWords, triesWords, whyWords } from '@/ui/callback-words';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { Phone } from '@/ui/phone';
import { Time } from '@/ui/time';
import { CallbackOutcomes } from './callback-outcomes';
import { CallbackScript } from './callback-script';
import { useDesk, useDeskNow } from './desk-context';
import { KeyFor } from './key-for';
import { RingStrip } from './ring-strip';
import { StaleWords } from './stale-words';
import { UnsavedWords } from './unsaved-words';
import { useClaim, type Claim } from './use-claim';
import { useKey } from './use-key';

function ClaimWords({ claim, onRetry }: { claim: Claim; onRetry: () => void }) {
  switch (claim.kind) {
    case 'mine':
      return null;
    case 'asking':
      return (
        <p role="status" className="text-ink-soft">
          Taking this callback, so that no colleague calls as well.
        </p>
      );
    case 'refused':
      return <LoadError words={claim.words} />;
    case 'unknown':
      return <LoadError words={`Not yours yet, so do not call. ${claim.words}`} onRetry={onRetry} />;
  }
}

function CallbackHead({ callback }: { callback: Callback }) {
  const now = useDeskNow(10_000);
  const { clientName, callerName, callerPhone, callerTimeZone, tries, nextTryAt } = callback;
  return (
    <header className="flex flex-col gap-1.5">
      <p className="font-semibold text-accent">Callback for {clientName}</p>
      <h1 className="text-[28px] leading-9 font-semibold text-balance">
        {callerName || 'Caller without a name'}
      </h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-xl">
          <Phone number={callerPhone} isLink />
        </span>
        <CallerClock zone={callerTimeZone} />
        <NightChip callback={callback} />
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-ink-soft">
        <CallbackDue callback={callback} />
        <span>{triesWords(tries)}</span>
        {nextTryAt !== null && nextTryAt > now ? (
          <span>
            not before <Time at={nextTryAt} zone={callerTimeZone} />
          </span>
        ) : null}
        {callback.assignedToName === null ? null : <span>{callback.assignedToName}’s turn</span>}
        <a
          href={`/desk?call=${callback.callId}`}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-2"
        >
          The call it goes back to (new window)
        </a>
      </p>
      <p>
        <span className="font-semibold">Why: </span>
        {whyWords(callback)}
      </p>
    </header>
  );
}

/** Gives it to a colleague, or to anybody, and goes back to the desk. */
function HandOverCallback({ callback, onHanded }: { callback: Callback; onHanded: () => void }) {
  const { state, dispatch, open } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  useKey('handOver', () => setIsOpen(true));
  return (
    <>
      <Button className="ml-auto" onClick={() => setIsOpen(true)}>
        Hand over <KeyFor action="handOver" />
      </Button>
      <CallbackHandOverSheet
        callback={callback}
        me={state.me}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onHanded={(handed) => {
          dispatch({ type: 'callback', callback: handed });
          onHanded();
          open(null);
        }}
      />
    </>
  );
}

/** One callback in this operator's hands: why, what was said before, what to say now, and what came of it. */
export function CallbackPlace({ callbackId }: { callbackId: string }) {
  const { state, entries, outbox, open } = useDesk();
  const { claim, retry, keep } = useClaim(callbackId);
  const callback = state.callbacks[callbackId] ?? (claim.kind === 'mine' ? claim.callback : undefined);
  const saving = entries.find((entry) => entry.kind === 'try' && entry.callbackId === callbackId);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => region.current?.focus(), []);
  const isOver = callback !== undefined && callback.state !== 'open';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RingStrip />
      <div
        ref={region}
        tabIndex={-1}
        role="group"
        aria-label="The callback"
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-5 sm:px-6">
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="quiet" className="-ml-3" onClick={() => open(null)}>
              Back to the desk
            </Button>
            <StaleWords />
            {callback && !isOver && claim.kind === 'mine' ? (
              <HandOverCallback callback={callback} onHanded={keep} />
            ) : null}
          </div>
          {callback ? <CallbackHead callback={callback} /> : null}
          {isOver ? (
            <p role="status" className="flex items-center gap-1.5 font-medium text-fine">
              <CircleCheck aria-hidden className="size-4" />
              This callback is finished
              {callback.endedByName === null ? '' : `, by ${callback.endedByName}`}. There is nobody to call.
            </p>
          ) : (
            <ClaimWords claim={claim} onRetry={retry} />
          )}
          {callback ? (
            <CallbackScript callback={callback} />
          ) : claim.kind === 'asking' ? (
            <LoadingRows rows={6} label="Loading the callback" />
          ) : null}
          {callback ? <CallbackHistory callback={callback} /> : null}
          {saving?.kind === 'try' && saving.refusal === null ? (
            <p role="status" className="font-medium text-ink-soft">
              Saving: {outcomeWords[saving.outcome]}
            </p>
          ) : callback && !isOver ? (
            <CallbackOutcomes
              callback={callback}
              isMine={claim.kind === 'mine'}
              onOutcome={(change) => {
                keep();
                outbox.put(change);
                open(null);
              }}
            />
          ) : null}
          <UnsavedWords />
        </div>
      </div>
    </div>
  );
}
