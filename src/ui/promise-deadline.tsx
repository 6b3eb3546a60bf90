'use client';

import type { PromiseCard } from '@/domain/promises/model';
import { useNow } from './now';
import { Time, type TimeProps } from './time';
import { clocksDiffer, clockWords, zonePlace } from './time-words';

type PromiseDeadlineProps = {
  promise: Pick<PromiseCard, 'dueAt' | 'clientTimeZone' | 'callerTimeZone'>;
  show?: TimeProps['show'];
};

/** A deadline by the reader's and the client's clock, and by the caller's where that shows something else. */
export function PromiseDeadline({ promise, show = 'both' }: PromiseDeadlineProps) {
  const now = useNow();
  const { dueAt, clientTimeZone, callerTimeZone } = promise;
  const isElsewhere = clocksDiffer(dueAt, clientTimeZone, callerTimeZone);
  return (
    <>
      <Time at={dueAt} zone={clientTimeZone} show={show} />
      {isElsewhere && now !== null ? (
        <span className="font-normal text-ink-soft">
          , for the caller {clockWords(dueAt, now, callerTimeZone)} {zonePlace(callerTimeZone)}
        </span>
      ) : null}
    </>
  );
}
