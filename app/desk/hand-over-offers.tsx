'use client';

import { useQuery } from '@tanstack/react-query';
import { PhoneForwarded } from 'lucide-react';
import { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Elapsed } from '@/ui/time';
import { callName } from './call-words';
import { useDesk } from './desk-context';
import { ownOpenCalls } from './desk-selectors';
import { NoteList } from './note-list';
import { offeredCalls } from './queue-selectors';
import { useHandOver } from './use-hand-over';

function WrittenSoFar({ callId }: { callId: string }) {
  const api = useTRPC();
  const { data } = useQuery(api.calls.get.queryOptions({ callId }));
  if (!data) return null;
  return (
    <details className="basis-full text-ink">
      <summary className="min-h-6 font-medium">
        {data.notes.length === 1
          ? 'What was written: 1 point'
          : `What was written: ${data.notes.length} points`}
      </summary>
      <div className="max-h-60 overflow-y-auto bg-surface p-2">
        {data.notes.length === 0 ? 'Nothing yet.' : <NoteList notes={data.notes} />}
      </div>
    </details>
  );
}

function Offer({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const { take, end, isBusy, problem } = useHandOver(call.id);
  const isOnCall = ownOpenCalls(state).some((own) => own.state === 'live');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5 text-accent">
      <PhoneForwarded aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60">
        <span className="font-semibold">
          {call.answeredByName ?? 'A colleague'} hands you a call: {callName(call)}
          {call.callerName ? `, ${call.callerName}` : ''}
        </span>{' '}
        {call.handoverAt ? (
          <span aria-hidden>
            <Elapsed since={call.handoverAt} />
          </span>
        ) : null}
        {call.handoverWords ? <span className="block text-ink">“{call.handoverWords}”</span> : null}
        {problem ? (
          <span role="alert" className="block font-medium text-critical">
            {problem}
          </span>
        ) : null}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {isOnCall ? (
          <p>Finish your call first.</p>
        ) : (
          <Button variant="primary" size="call" isBusy={isBusy} onClick={() => void take()}>
            Take it over
          </Button>
        )}
        <Button size="call" isBusy={isBusy} onClick={() => void end()}>
          Decline
        </Button>
      </div>
      <WrittenSoFar callId={call.id} />
    </li>
  );
}

/** Calls that colleagues hand over, on top of whatever fills the desk. */
export function HandOverOffers() {
  const { state } = useDesk();
  const offers = offeredCalls(state);
  return (
    <div role="status" className="shrink-0 empty:hidden">
      {offers.length > 0 ? (
        <ul aria-label="Calls handed to you">
          {offers.map((call) => (
            <Offer key={call.id} call={call} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
