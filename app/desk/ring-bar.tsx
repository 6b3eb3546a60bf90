'use client';

import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Elapsed } from '@/ui/time';
import { useDesk } from './desk-context';
import { ownOpenCalls, waitingCalls } from './desk-selectors';
import { KeyFor } from './key-for';

/** How long the caller has waited, and the one way on. */
export function RingBar({ call }: { call: CallCard }) {
  const { state, answer, answeringId, place, open } = useDesk();
  const others = waitingCalls(state).filter((other) => other.id !== call.id).length;
  const isBusy = ownOpenCalls(state).some((own) => own.state === 'live');
  return (
    <div className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunken px-4 py-1.5">
      <p className="font-medium">
        Waiting <Elapsed since={call.ringAt} />
        {others > 0 ? <span className="text-ink-soft">, {others} more waiting</span> : null}
      </p>
      <div className="ml-auto flex gap-2">
        {place?.id === call.id ? (
          <Button size="call" variant="quiet" onClick={() => open(null)}>
            Back
          </Button>
        ) : null}
        {isBusy ? (
          <p className="text-ink-soft">Finish your call first.</p>
        ) : (
          <Button variant="primary" size="call" isBusy={answeringId === call.id} onClick={() => answer(call)}>
            Answer <KeyFor action="answer" />
          </Button>
        )}
      </div>
    </div>
  );
}
