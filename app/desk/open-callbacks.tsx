'use client';

import { Check, Hourglass, PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { CallCard } from '@/domain/calls/model';
import type { Callback } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { CallbackDue } from '@/ui/callback-due';
import { reasonWords } from '@/ui/callback-words';
import { useDesk } from './desk-context';
import { useCallbacksOfCaller } from './use-callbacks-of-caller';

const SHOWN = 3;

/** What to say now, or what the call back would have been about. */
function Words({ callback }: { callback: Callback }) {
  const { sayNow, isAwaitingApproval, reason, before } = callback;
  if (sayNow === null) {
    return isAwaitingApproval ? (
      <p className="flex items-center gap-1.5 font-medium text-medium">
        <Hourglass aria-hidden className="size-4 shrink-0" />
        The new wording awaits approval: say that somebody calls them.
      </p>
    ) : (
      <p className="font-medium">“{before}” does not hold any more, and nothing replaces it.</p>
    );
  }
  return reason === 'call' ? (
    <p className="font-medium">About: {sayNow}</p>
  ) : (
    <p dir="auto" className="read-aloud font-medium">
      Say now: “{sayNow}”
    </p>
  );
}

/** Records that the caller was told in this call: nobody calls them any more. */
function ToldHere({ callback, callId }: { callback: Callback; callId: string }) {
  const { entries, outbox } = useDesk();
  // Made before the first attempt, so that a retry after a lost answer records no second try.
  const [tryId] = useState(() => v7());
  const { id: callbackId, callerName, callerPhone } = callback;
  const saving = entries.find((entry) => entry.kind === 'try' && entry.callbackId === callbackId);
  if (saving !== undefined && saving.refusal === null) {
    return (
      <p role="status" className="font-medium text-ink-soft">
        Saving: told in this call
      </p>
    );
  }
  if (callback.isAwaitingApproval && callback.sayNow === null) return null;
  const caller = callerName || callerPhone;
  const change = {
    kind: 'try',
    callId: null,
    callbackId,
    tryId,
    outcome: 'reached',
    note: '',
    caller,
  } as const;
  return (
    <Button
      icon={<Check aria-hidden className="size-4" />}
      onClick={() => outbox.put({ ...change, inCallId: callId })}
    >
      Told in this call<span className="sr-only">: no call back any more</span>
    </Button>
  );
}

/** That the caller of this call waits to be called back, and what they are to be told. Shows nothing where nobody does. */
export function OpenCallbacks({ call, isInHand = false }: { call: CallCard; isInHand?: boolean }) {
  const { state } = useDesk();
  const callbacks = useCallbacksOfCaller(call);
  if (callbacks.length === 0) return null;
  const left = callbacks.length - SHOWN;
  return (
    <section
      aria-label="Waits to be called back"
      className={
        isInHand
          ? 'max-h-48 shrink-0 overflow-y-auto border-b border-line bg-accent-soft px-4 py-2'
          : 'rounded-md bg-accent-soft px-4 py-3'
      }
      {...(isInHand && { tabIndex: 0 })}
    >
      <ul className="flex flex-col gap-2">
        {callbacks.slice(0, SHOWN).map((callback) => (
          <li key={callback.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <span className="flex items-center gap-1.5 font-semibold text-accent">
                  <PhoneOutgoing aria-hidden className="size-4 shrink-0" />
                  Waits to be called back
                </span>
                <CallbackDue callback={callback} isShort />
                <span className="text-ink-soft">{reasonWords[callback.reason]}</span>
                {callback.claimedById !== null && callback.claimedById !== state.me ? (
                  <span className="font-medium">
                    {callback.claimedByName ?? 'A colleague'} is calling them right now
                  </span>
                ) : null}
              </p>
              <Words callback={callback} />
            </div>
            {isInHand ? <ToldHere callback={callback} callId={call.id} /> : null}
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-1 text-ink-soft">And {left} more, further down beside the call.</p> : null}
    </section>
  );
}
