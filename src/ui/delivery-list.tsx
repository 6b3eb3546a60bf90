import type { DeliveryCard } from '@/domain/notifications/model';
import { ChannelAddress } from './channel-address';
import { channelWords } from './channel-words';
import { deliveryFate } from './delivery-fate';
import { EmptyState } from './list-states';
import { DeliveryStateChip } from './state-chip';
import { Time } from './time';

function Delivery({ delivery, zone }: { delivery: DeliveryCard; zone: string | null }) {
  const { recipientName, channel, to, state, cycle, step, attempts, failure, waitsFor } = delivery;
  const { nextAttemptAt, sentAt, deliveredAt, readAt, setAsideAt } = delivery;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <p className="min-w-0">
        <span className="font-medium">{recipientName}</span>{' '}
        <span className="text-ink-soft">
          {channelWords[channel]}
          {to === '' ? null : (
            <>
              {' '}
              to <ChannelAddress channel={channel} address={to} />
            </>
          )}
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
        {deliveredAt ? (
          <>
            ; delivered <Time at={deliveredAt} zone={zone} />
          </>
        ) : null}
        {readAt ? (
          <>
            ; read <Time at={readAt} zone={zone} />
          </>
        ) : null}
        {nextAttemptAt && !sentAt ? (
          <>
            ; {attempts === 0 ? 'goes out' : 'next attempt'} <Time at={nextAttemptAt} zone={zone} />
            {waitsFor ? ` (${deliveryFate(delivery).because ?? ''})` : null}
          </>
        ) : null}
      </p>
      {failure ? (
        <p className={`sm:col-span-2 ${state === 'skipped' ? 'text-ink-soft' : 'text-critical'}`}>
          {failure}
        </p>
      ) : null}
      {setAsideAt ? (
        <p className="font-medium text-critical sm:col-span-2">
          Set aside <Time at={setAsideAt} zone={zone} />: handling it failed again and again. Your account
          managers were told.
        </p>
      ) : null}
      {delivery.isBundled ? (
        <p className="text-ink-soft sm:col-span-2">It travelled in one message with others.</p>
      ) : null}
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
