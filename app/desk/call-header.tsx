'use client';

import { PhoneIncoming } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Elapsed } from '@/ui/time';
import { callName } from './call-words';
import { CallerLine } from './caller-line';
import { useDesk } from './desk-context';
import { waitingCalls } from './desk-selectors';

/** Whom the operator speaks for, who is on the line, and whether others wait. */
export function CallHeader({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const waiting = waitingCalls(state).filter((other) => other.id !== call.id);
  const oldest = waiting[0];
  return (
    <header className="flex shrink-0 flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line px-4 py-2">
      <h1 className="text-lg leading-6 font-semibold">{callName(call)}</h1>
      <CallerLine call={call} isShort />
      <div role="status" className="ml-auto empty:hidden">
        {oldest ? (
          <p className="flex items-center gap-1.5 font-medium text-high">
            <PhoneIncoming aria-hidden className="size-4" />
            {waiting.length === 1 ? '1 call waiting' : `${waiting.length} calls waiting`},{' '}
            <Elapsed since={oldest.ringAt} />
          </p>
        ) : null}
      </div>
    </header>
  );
}
