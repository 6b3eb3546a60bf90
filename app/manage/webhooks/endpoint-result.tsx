import {
  TEST_EVENT,
  eventTypes,
  type EndpointResult as Result,
  type EventType,
} from '@/domain/notifications/model';
import { DeliveryStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { eventWords } from './event-words';

const isKnown = (type: string): type is EventType => (eventTypes as readonly string[]).includes(type);

function typeWords(type: string): string {
  if (type === TEST_EVENT) return 'Test';
  return isKnown(type) ? eventWords[type].label : type;
}

/** What became of the newest message to an endpoint. */
export function EndpointResult({ result }: { result: Result | null }) {
  if (result === null) return <span className="text-ink-soft">Nothing was sent yet</span>;
  const { type, state, failure, attempts, at, sentAt } = result;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <DeliveryStateChip state={state} />
        <span className="text-ink-soft">
          {typeWords(type)}, <Time at={sentAt ?? at} />
          {attempts > 1 ? `, ${attempts} attempts` : ''}
        </span>
      </p>
      {failure === null ? null : (
        <p className={state === 'skipped' ? 'text-ink-soft' : 'text-critical'}>{failure}</p>
      )}
    </div>
  );
}
