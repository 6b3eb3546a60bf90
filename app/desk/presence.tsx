'use client';

import { Clock, PhoneCall, CircleCheck } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Elapsed } from '@/ui/time';

/** What this operator is doing, from the own open calls. */
export function Presence({ own }: { own: readonly CallCard[] }) {
  const live = own.find((call) => call.state === 'live');
  const wrapUp = own.find((call) => call.state === 'wrap_up');
  if (live?.answeredAt) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap text-accent">
        <PhoneCall aria-hidden className="size-4" />
        On call <Elapsed since={live.answeredAt} />
      </span>
    );
  }
  if (wrapUp?.endedAt) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap text-low">
        <Clock aria-hidden className="size-4" />
        Wrap-up <Elapsed since={wrapUp.endedAt} />
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap text-fine">
      <CircleCheck aria-hidden className="size-4" />
      Available
    </span>
  );
}
