'use client';

import { Moon, TriangleAlert } from 'lucide-react';
import { waitsForMorning } from '@/domain/promises/calling-hours';
import type { Callback } from '@/domain/promises/model';
import { Chip } from './chip';
import { useNow } from './now';
import { Time } from './time';
import { clockWords, clocksDiffer, zonePlace } from './time-words';

/** The deadline by the reader's clock and the caller's; `isShort` leaves the latter and the span out. */
export function CallbackDue({ callback, isShort = false }: { callback: Callback; isShort?: boolean }) {
  const now = useNow(10_000);
  const { dueAt, callerTimeZone } = callback;
  const isOverdue = now !== null && dueAt <= now;
  return (
    <span className={isOverdue ? 'font-semibold text-high' : 'font-medium'}>
      {isOverdue ? (
        <TriangleAlert aria-hidden className="mr-1 inline size-4 shrink-0 align-text-bottom" />
      ) : null}
      {isOverdue ? 'Overdue since ' : 'Due '}
      <Time
        at={dueAt}
        zone={isShort ? null : callerTimeZone}
        show={isShort && isOverdue ? 'absolute' : 'both'}
      />
    </span>
  );
}

/** That it is night where the caller lives, and the promise can wait for the morning. */
export function NightChip({ callback }: { callback: Callback }) {
  const now = useNow(10_000);
  if (now === null || !waitsForMorning(callback, now)) return null;
  const { callerTimeZone } = callback;
  const words = `${clockWords(now, now, callerTimeZone)} in ${zonePlace(callerTimeZone)}: from 08:00`;
  return <Chip tone="medium" icon={Moon} words={words} />;
}

/** What the caller's clock shows, where it is not the reader's. */
export function CallerClock({ zone }: { zone: string }) {
  const now = useNow(10_000);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (now === null || !clocksDiffer(now, own, zone)) return null;
  return (
    <span>
      {clockWords(now, now, zone)} in {zonePlace(zone)}
    </span>
  );
}
