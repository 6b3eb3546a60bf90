import type { CallerUpdate } from '@/domain/updates/model';
import { Phone } from './phone';
import { Time } from './time';
import { updateChannelWords, UpdateStateChip } from './update-state';

/** What stands in the way, or how it went, in a sentence. */
function Fate({ update, zone }: { update: CallerUpdate; zone: string | null }) {
  const { state, escalationId, toldAt, words, delivery, promise, isStopped } = update;
  switch (state) {
    case 'waiting': {
      if (escalationId === null) return <>Told once the matter is settled.</>;
      const failure = delivery?.state === 'failed_temporary' ? ` So far: ${delivery.failure ?? ''}` : '';
      return <>The message is on its way.{failure}</>;
    }
    case 'needs_words':
      return <>Settled. The client has approved no words, so nothing was sent.</>;
    case 'promised':
      return promise ? (
        <>
          Settled; to be called by <Time at={new Date(promise.dueAt)} zone={zone} />.
        </>
      ) : (
        <>Settled; to be called.</>
      );
    case 'told':
      return (
        <>
          {toldAt ? <Time at={toldAt} zone={zone} /> : null}: “{words}”
          {delivery?.isPossiblyDuplicated ? ' (possibly sent twice)' : ''}
        </>
      );
    case 'failed':
      return (
        <>
          {delivery?.failure ?? 'The message could not be sent.'}
          {isStopped ? ' Agree on another way.' : ' Correct the address to tell them again.'}
        </>
      );
    case 'cancelled':
      return <>Nothing is sent.</>;
  }
}

/** How a caller wished to be told, with the consent, and what became of it. */
export function UpdateLine({ update, zone }: { update: CallerUpdate; zone: string | null }) {
  const { channel, address, consent, consentedAt, recordedByName } = update;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <UpdateStateChip update={update} />
        <span className="wrap-anywhere">
          {updateChannelWords[channel]} {channel === 'email' ? address : <Phone number={address} />}
        </span>
      </p>
      <p className="wrap-break-word">
        <Fate update={update} zone={zone} />
      </p>
      <p className="text-[13px] text-ink-soft">
        Agreed: “{consent}” <Time at={consentedAt} zone={zone} />, {recordedByName}
      </p>
    </div>
  );
}
