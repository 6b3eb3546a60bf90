'use client';

import { Mail } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Chip } from '@/ui/chip';
import { Phone } from '@/ui/phone';
import { useNow } from '@/ui/now';
import { clockWords, clocksDiffer, zonePlace } from '@/ui/time-words';
import { earlierWords, routeWords } from './call-words';

/**
 * Why and from where this call comes; the client's clock where it differs from this computer's.
 * `isShort` leaves the dialled number and the clock to larger screens.
 */
export function CallerLine({ call, isShort = false }: { call: CallCard; isShort?: boolean }) {
  const now = useNow(10_000);
  const { clientTimeZone, didLabel } = call;
  const isEmail = call.channel === 'email';
  const isElsewhere =
    now !== null &&
    clientTimeZone !== null &&
    clocksDiffer(now, Intl.DateTimeFormat().resolvedOptions().timeZone, clientTimeZone);
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-ink-soft">
      <span>
        {isEmail ? <Chip tone="accent" icon={Mail} words="E-mail" /> : 'Caller'}{' '}
        <strong className="font-semibold text-ink">
          <Phone number={call.ani} />
        </strong>
      </span>
      {call.isAniValid ? (
        <span className={call.earlierCalls > 0 ? 'font-semibold text-ink' : ''}>
          {earlierWords(call.earlierCalls)}
        </span>
      ) : null}
      {isEmail ? null : (
        <span className={isShort ? 'max-sm:hidden' : ''}>
          {routeWords[call.routeReason]} to {didLabel ? `${didLabel}, ` : ''}
          <Phone number={call.dnis} />
        </span>
      )}
      {isElsewhere && now && clientTimeZone ? (
        <span className={isShort ? 'max-sm:hidden' : ''}>
          {clockWords(now, now, clientTimeZone)} in {zonePlace(clientTimeZone)}
        </span>
      ) : null}
    </p>
  );
}
