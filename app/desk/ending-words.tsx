'use client';

import { Ban, Clock } from 'lucide-react';
import { Time } from '@/ui/time';
import type { CallEnding } from './briefing-selectors';

/** That the briefing being read is in force no more, and what may still be said. */
export function EndingWords({ ending }: { ending: CallEnding }) {
  switch (ending.kind) {
    case 'withdrawn':
      return (
        <p className="flex items-start gap-1.5 rounded-md bg-high-soft px-3 py-2 font-medium text-high ring-1 ring-current/30">
          <Ban aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            This briefing was withdrawn <Time at={ending.at} show="absolute" />
            {ending.reason === '' ? '' : `: ${ending.reason.replace(/[.!\s]+$/, '')}`}. Say nothing of it any
            more; take a message.
          </span>
        </p>
      );
    case 'resolved':
      return (
        <p className="rounded-md bg-medium-soft px-3 py-2 font-medium text-medium">
          The client has ended this incident. Say what was approved only where the caller asks for it.
        </p>
      );
    case 'over':
      return (
        <p className="flex items-start gap-1.5 rounded-md bg-high-soft px-3 py-2 font-medium text-high ring-1 ring-current/30">
          <Clock aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            The time of this briefing ended <Time at={ending.at} show="absolute" />. Its sentences may not be
            said any more.
          </span>
        </p>
      );
    case 'unknown':
      return (
        <p className="rounded-md bg-high-soft px-3 py-2 font-medium text-high">
          This briefing is not in force any more. Why is being read.
        </p>
      );
  }
}
