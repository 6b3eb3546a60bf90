'use client';

import { Hourglass, TriangleAlert, UserCheck } from 'lucide-react';
import { useState } from 'react';
import type { Callback } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { Phone } from '@/ui/phone';
import { Time } from '@/ui/time';
import { reasonWords, triesWords } from './callback-words';
import { useDesk, useDeskNow } from './desk-context';
import { openCallbacks } from './desk-selectors';
import { MOST_CALLBACKS } from './desk-state';

const FIRST = 10;

function CallbackRow({ callback }: { callback: Callback }) {
  const { state, entries, open } = useDesk();
  const now = useDeskNow(10_000);
  const { dueAt, clientName, callerName, callerPhone, reason, tries, nextTryAt, claimedByName } = callback;
  const isSaving = entries.some((entry) => entry.kind === 'try' && entry.callbackId === callback.id);
  const isOthers = callback.claimedById !== null && callback.claimedById !== state.me;
  const isLater = nextTryAt !== null && nextTryAt > now;
  return (
    <button
      type="button"
      onClick={() => open({ kind: 'callback', id: callback.id })}
      className="grid min-h-11 w-full gap-x-3 gap-y-1 px-1 py-2 text-left -outline-offset-2 hover:bg-sunken sm:grid-cols-[minmax(0,11rem)_minmax(0,13rem)_minmax(0,1fr)_auto] sm:items-baseline"
    >
      <span className={dueAt <= now ? 'font-semibold text-high' : 'font-medium'}>
        {dueAt <= now ? (
          <TriangleAlert aria-hidden className="mr-1 inline size-4 shrink-0 align-text-bottom" />
        ) : null}
        {dueAt <= now ? 'Overdue since ' : 'Due '}
        <Time at={dueAt} show={dueAt <= now ? 'absolute' : 'both'} />
      </span>
      <span className="font-semibold">{clientName}</span>
      <span>
        {callerName || <Phone number={callerPhone} />}
        <span className="block text-ink-soft">{reasonWords[reason]}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-soft sm:flex-col sm:items-end">
        <span>
          {triesWords(tries)}
          {isLater ? (
            <>
              , again <Time at={nextTryAt} show="relative" />
            </>
          ) : null}
        </span>
        {isSaving ? <span>Saving</span> : null}
        {isOthers ? (
          <Chip tone="neutral" icon={UserCheck} words={`With ${claimedByName ?? 'a colleague'}`} />
        ) : null}
        {callback.isAwaitingApproval && callback.sayNow === null ? (
          <Chip tone="medium" icon={Hourglass} words="Words not approved yet" />
        ) : null}
      </span>
    </button>
  );
}

/** Whom to call back, by deadline. */
export function CallbackList() {
  const { state } = useDesk();
  const [isAllShown, setIsAllShown] = useState(false);
  const callbacks = openCallbacks(state);
  if (callbacks.length === 0) return null;
  const shown = isAllShown ? callbacks : callbacks.slice(0, FIRST);
  return (
    <section aria-label="Callbacks by deadline">
      <h2 className="mb-2 text-base font-semibold">
        Callbacks by deadline{' '}
        <span className="font-normal text-ink-soft">
          ({callbacks.length < MOST_CALLBACKS ? callbacks.length : `${MOST_CALLBACKS} or more`})
        </span>
      </h2>
      <ul className="border-t border-line">
        {shown.map((callback) => (
          <li key={callback.id} className="border-b border-line">
            <CallbackRow callback={callback} />
          </li>
        ))}
      </ul>
      {callbacks.length > shown.length ? (
        <Button className="mt-2" variant="quiet" onClick={() => setIsAllShown(true)}>
          Show {callbacks.length - shown.length} more
        </Button>
      ) : null}
    </section>
  );
}
