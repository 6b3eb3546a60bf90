'use client';

import { PhoneIncoming } from 'lucide-react';
import { Button } from '@/ui/button';
import { Elapsed } from '@/ui/time';
import { AnswerProblem } from './answer-problem';
import { callName } from './call-words';
import { callbacksOfCaller } from './callback-selectors';
import { useDesk } from './desk-context';
import { openCallbacks, waitingCalls } from './desk-selectors';
import { KeyFor } from './key-for';

/** A ringing call above something else that fills the desk; F2 answers it from there. */
export function RingStrip() {
  const { state, answer, answeringId, nextCall: first } = useDesk();
  const waiting = waitingCalls(state);
  return (
    <>
      <div role="status" className="empty:hidden">
        {first ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-high-soft px-4 py-1.5 text-high">
            <PhoneIncoming aria-hidden className="size-4 shrink-0" />
            <p className="min-w-0 flex-1 font-semibold">
              {callName(first)} is ringing{' '}
              <span aria-hidden>
                <Elapsed since={first.ringAt} />
              </span>
              {callbacksOfCaller(openCallbacks(state), first).length > 0 ? ', waits to be called back' : ''}
              {waiting.length > 1 ? `, ${waiting.length - 1} more waiting` : ''}
            </p>
            <Button
              variant="primary"
              size="call"
              isBusy={answeringId === first.id}
              onClick={() => answer(first)}
            >
              Answer <KeyFor action="answer" />
            </Button>
          </div>
        ) : null}
      </div>
      <AnswerProblem />
    </>
  );
}
