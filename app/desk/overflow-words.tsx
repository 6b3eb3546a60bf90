'use client';

import { PhoneForwarded } from 'lucide-react';
import type { OverflowWindow } from '@/domain/overflow/model';
import { Time } from '@/ui/time';

/** "All calls of Brightwater Payroll until 18:00 (in 2 h)", or from when. */
export function OverflowWords({ window, isComing = false }: { window: OverflowWindow; isComing?: boolean }) {
  const { clientName, startsAt, endsAt, note } = window;
  return (
    <p className="flex items-start gap-1.5">
      <PhoneForwarded aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <span>
        <span className="font-medium">
          All calls of {clientName}{' '}
          {isComing ? (
            <>
              from <Time at={startsAt} />{' '}
            </>
          ) : null}
          until <Time at={endsAt} show={isComing ? 'absolute' : 'both'} />
        </span>
        {note === '' ? null : <span className="block text-ink-soft">{note}</span>}
      </span>
    </p>
  );
}
