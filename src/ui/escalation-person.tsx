'use client';

import { ChannelAddress } from './channel-address';
import { channelWords, isPhoneChannel } from './channel-words';
import { numbersOf, type PersonTried } from './delivery-groups';
import { FateWords } from './fate-words';
import { Phone } from './phone';

type EscalationPersonProps = {
  person: PersonTried;
  zone: string | null;
  /** Numbers of this person that are known otherwise. */
  phones: readonly string[];
  /** How this person acknowledged, where everybody must. */
  acknowledged: string | null;
};

/** What to do instead, once nothing has reached a person: dial, or find another way. */
function Instead({ numbers }: { numbers: readonly string[] }) {
  if (numbers.length === 0) {
    return <p className="font-medium text-critical">No number of theirs is known here.</p>;
  }
  return (
    <p className="font-medium text-critical">
      Not reached. Dial by hand:{' '}
      {numbers.map((number, n) => (
        <span key={number}>
          {n > 0 ? ', ' : null}
          <Phone number={number} isLink />
        </span>
      ))}
    </p>
  );
}

/** One person at one step: by what they are tried, with which result. */
export function EscalationPerson({ person, zone, phones, acknowledged }: EscalationPersonProps) {
  const numbers = numbersOf(person, phones);
  return (
    <li className="border-b border-line py-2 last:border-0">
      <p className="font-medium">
        {person.name}
        {acknowledged ? <span className="font-normal text-fine"> {acknowledged}</span> : null}
      </p>
      <ul>
        {person.deliveries.map((delivery) => {
          const { id, channel, to, state, isPossiblyDuplicated, isBundled, attempts } = delivery;
          return (
            <li key={id} className="py-0.5 text-[13px]">
              <span className="text-ink-soft">
                {channelWords[channel]}
                {to === '' ? null : (
                  <>
                    {isPhoneChannel(channel) ? ' ' : ' to '}
                    <ChannelAddress channel={channel} address={to} />
                  </>
                )}
                {': '}
              </span>
              <FateWords delivery={delivery} zone={zone} />
              {state !== 'skipped' && attempts > 1 ? (
                <span className="text-ink-soft"> ({attempts} attempts)</span>
              ) : null}
              {isBundled ? <span className="text-ink-soft">; in one message with others</span> : null}
              {isPossiblyDuplicated ? <span className="text-ink-soft">; possibly sent twice</span> : null}
            </li>
          );
        })}
      </ul>
      {person.isUnreached ? <Instead numbers={numbers} /> : null}
    </li>
  );
}
