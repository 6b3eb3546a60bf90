import type { Channel, DeliveryCard } from '@/domain/notifications/model';
import { EmptyState } from './list-states';
import { Phone } from './phone';
import { DeliveryStateChip } from './state-chip';
import { Time } from './time';

const channelWords: Record<Channel, string> = { email: 'E-mail', sms: 'SMS', voice: 'Phone call' };

function Delivery({ delivery, zone }: { delivery: DeliveryCard; zone: string | null }) {
  const { recipientName, channel, to, state, cycle, step, attempts, failure, nextAttemptAt, sentAt } =
    delivery;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <p className="min-w-0">
        <span className="font-medium">{recipientName}</span>{' '}
        <span className="text-ink-soft">
          {channelWords[channel]} to {channel === 'email' ? to : <Phone number={to} isLink />}
        </span>
      </p>
      <p className="sm:text-right">
        <DeliveryStateChip state={state} />
      </p>
      <p className="text-[13px] text-ink-soft sm:col-span-2">
        {`Step ${step}${cycle > 1 ? `, round ${cycle}` : ''}; ${attempts === 1 ? '1 attempt' : `${attempts} attempts`}`}
        {sentAt ? (
          <>
            ; sent <Time at={sentAt} zone={zone} />
          </>
        ) : null}
        {nextAttemptAt && !sentAt ? (
          <>
            ; next attempt <Time at={nextAttemptAt} zone={zone} />
          </>
        ) : null}
      </p>
      {failure ? <p className="text-critical sm:col-span-2">{failure}</p> : null}
      {delivery.isPossiblyDuplicated ? (
        <p className="text-ink-soft sm:col-span-2">
          Possibly sent twice: it was handed over again after an interruption, to be on the safe side.
        </p>
      ) : null}
    </li>
  );
}

/** Who was written to, on which channel, and what became of it. */
export function DeliveryList({ deliveries, zone }: { deliveries: DeliveryCard[]; zone: string | null }) {
  if (deliveries.length === 0) {
    return (
      <EmptyState title="No message has gone out yet.">
        The timeline says what is being waited for.
      </EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} zone={zone} />
      ))}
    </ul>
  );
}
