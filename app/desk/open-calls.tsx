'use client';

import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { Phone } from '@/ui/phone';
import { CallStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { useDesk } from './desk-context';

/** Own calls that are not finished, with the way back into them. */
export function OpenCalls({ calls }: { calls: readonly CallCard[] }) {
  const { open } = useDesk();
  if (calls.length === 0) return null;
  return (
    <section aria-label="Calls to finish">
      <h2 className="mb-2 text-base font-semibold">Calls to finish</h2>
      <ul className="border-t border-line">
        {calls.map((call) => (
          <li
            key={call.id}
            className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
          >
            <CallStateChip state={call.state} isHeld={call.isHeld} channel={call.channel} />
            <span className="font-medium">{call.clientName ?? 'Unrecognised number'}</span>
            <span className="text-ink-soft">
              {call.callerName || <Phone number={call.ani} />},{' '}
              <Time at={call.ringAt} zone={call.clientTimeZone} />
            </span>
            <Button className="ml-auto" onClick={() => open({ kind: 'call', id: call.id })}>
              {call.state === 'live'
                ? call.channel === 'email'
                  ? 'Back to it'
                  : 'Back to the call'
                : 'Finish'}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
