'use client';

import { PhoneIncoming } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Elapsed } from '@/ui/time';
import { callName } from './call-words';
import { useDesk } from './desk-context';
import { KeyFor } from './key-for';
import { ownOpenCalls } from './desk-selectors';
import { waitingByClient } from './queue-selectors';

function WaitingRows({ calls, label }: { calls: readonly CallCard[]; label: string }) {
  const { state, answer, answeringId, nextCall } = useDesk();
  const isBusy = ownOpenCalls(state).some((own) => own.state === 'live');
  return (
    <ul aria-label={label} className="border-t border-line">
      {calls.map((call) => (
        <li
          key={call.id}
          className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
        >
          <PhoneIncoming aria-hidden className="size-4 shrink-0 text-high" />
          <span className="min-w-0 flex-1 font-medium">{callName(call)}</span>
          <span className="text-ink-soft">
            Waiting <Elapsed since={call.ringAt} />
          </span>
          {isBusy ? null : (
            <Button
              aria-label={`Answer for ${callName(call)}`}
              isBusy={answeringId === call.id}
              onClick={() => answer(call)}
            >
              Answer {nextCall?.id === call.id ? <KeyFor action="answer" /> : null}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who waits, the longest wait first: for this operator's clients, and for those of the colleagues. */
export function WaitingList() {
  const { state } = useDesk();
  const { mine, others } = waitingByClient(state);
  return (
    <section aria-label="Calls waiting" className="flex flex-col gap-5">
      <div>
        <h2 className="mb-2 text-base font-semibold">Calls waiting</h2>
        {mine.length > 0 ? (
          <WaitingRows calls={mine} label="Calls for your clients" />
        ) : (
          <p className="text-ink-soft">
            {state.ownClients.length === 0 ? 'Nobody is waiting.' : 'Nobody is waiting for your clients.'}
          </p>
        )}
      </div>
      {others.length > 0 ? (
        <div>
          <h3 className="mb-1 font-semibold">Other clients’ calls</h3>
          <p className="mb-2 text-[13px] text-ink-soft">
            Colleagues take these. After 30 seconds anybody does, and <KeyFor action="answer" /> takes the
            oldest.
          </p>
          <WaitingRows calls={others} label="Other clients’ calls" />
        </div>
      ) : null}
    </section>
  );
}
