'use client';

import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { PromiseCard } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { Phone } from '@/ui/phone';
import { PromiseActions } from '@/ui/promise-actions';
import { PromiseDeadline } from '@/ui/promise-deadline';
import { doerWords, promiseKindWords } from '@/ui/promise-words';
import { useDesk, useDeskNow } from './desk-context';
import { ownPromises } from './desk-selectors';
import { KeptPromise } from './kept-promise';

const FIRST = 10;

function PromiseRow({ promise }: { promise: PromiseCard }) {
  const { state, open, dispatch, person } = useDesk();
  const now = useDeskNow(10_000);
  const { id, kind, what, dueAt, clientName, callerName, callerPhone, callId } = promise;
  const isOverdue = dueAt <= now;
  return (
    <li className="grid gap-x-3 gap-y-1 border-b border-line px-1 py-2 sm:grid-cols-[minmax(0,11rem)_minmax(0,13rem)_minmax(0,1fr)]">
      <p className={isOverdue ? 'font-semibold text-high' : 'font-medium'}>
        {isOverdue ? (
          <TriangleAlert aria-hidden className="mr-1 inline size-4 shrink-0 align-text-bottom" />
        ) : null}
        {isOverdue ? 'Overdue since ' : 'Due '}
        <PromiseDeadline promise={promise} show={isOverdue ? 'absolute' : 'both'} />
      </p>
      <p>
        <span className="block font-semibold">{clientName}</span>
        {callerName || (callerPhone === null ? 'Caller without a name' : <Phone number={callerPhone} />)}
      </p>
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          <span className="font-medium">{promiseKindWords[kind]}: </span>
          {what}
          <span className="block text-[13px] text-ink-soft">
            {doerWords(promise.owner, promise.ownerName, promise.ownerId === state.me)}, promised by{' '}
            {promise.createdByName}
          </span>
        </p>
        <KeptPromise promise={promise}>
          {kind === 'callback' ? (
            <Button size="compact" variant="primary" onClick={() => open({ kind: 'callback', id })}>
              Call back<span className="sr-only">: {what}</span>
            </Button>
          ) : null}
          <Button size="compact" onClick={() => open({ kind: 'call', id: callId })}>
            Its call<span className="sr-only">: {what}</span>
          </Button>
          <PromiseActions
            promise={promise}
            reader={{ id: state.me, role: person.role }}
            size="compact"
            without="keep"
            onDone={(changed) => dispatch({ type: 'promise', promise: changed })}
          />
        </KeptPromise>
      </div>
    </li>
  );
}

/** What this operator, or anybody here, has promised and not done yet, by deadline. */
export function PromiseList() {
  const { state } = useDesk();
  const [isAllShown, setIsAllShown] = useState(false);
  const promises = ownPromises(state);
  if (promises.length === 0) return null;
  const shown = isAllShown ? promises : promises.slice(0, FIRST);
  return (
    <section aria-label="My promises by deadline">
      <h2 className="mb-2 text-base font-semibold">
        My promises by deadline <span className="font-normal text-ink-soft">({promises.length})</span>
      </h2>
      <ul className="border-t border-line">
        {shown.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} />
        ))}
      </ul>
      {promises.length > shown.length ? (
        <Button className="mt-2" variant="quiet" onClick={() => setIsAllShown(true)}>
          Show {promises.length - shown.length} more
        </Button>
      ) : null}
    </section>
  );
}
