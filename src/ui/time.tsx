'use client';

import { useNow } from './now';
import { clockWords, clocksDiffer, datedWords, relativeWords, timerWords, zonePlace } from './time-words';

export type TimeProps = {
  at: Date;
  /** The client's or the caller's zone; shown besides this computer's where the clocks differ. */
  zone?: string | null;
  show?: 'both' | 'absolute' | 'relative';
};

/** An instant as "14:02 (3 min ago)", with a second clock such as "09:02 New York" where it matters. */
export function Time({ at, zone, show = 'both' }: TimeProps) {
  const now = useNow();
  if (now === null) {
    // The server does not know the reader's zone, and without scripts it has the last word: so it names the zone.
    return <time dateTime={at.toISOString()}>{datedWords(at, zone ?? 'UTC')}</time>;
  }
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const absolute = clockWords(at, now);
  const second =
    zone && clocksDiffer(at, own, zone) ? `, ${clockWords(at, now, zone)} ${zonePlace(zone)}` : '';
  const relative = relativeWords(at, now);
  const words = { both: `${absolute}${second} (${relative})`, absolute: `${absolute}${second}`, relative };
  return (
    <time
      dateTime={at.toISOString()}
      title={new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' }).format(at)}
    >
      {words[show]}
    </time>
  );
}

/** A running timer; stands still at `until` when that is given. */
export function Elapsed({ since, until }: { since: Date; until?: Date | null }) {
  const now = useNow();
  const to = until ?? now;
  return (
    <time role="timer" className="tabular-nums">
      {to === null ? '0:00' : timerWords(since, to)}
    </time>
  );
}
