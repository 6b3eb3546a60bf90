import { UserX } from 'lucide-react';
import type { OnCallPerson, ScheduleStatus } from '@/domain/oncall/model';
import { momentWords } from './on-call-words';
import { Time } from './time';
import { zonePlace } from './time-words';

function Names({ people }: { people: readonly OnCallPerson[] }) {
  return (
    <ul>
      {people.map(({ contactId, name, title }) => (
        <li key={contactId}>
          <span className="font-medium">{name}</span>
          {title ? <span className="text-ink-soft"> {title}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Who is responsible now, and until when on the schedule's wall. */
export function OnCallNow({ status }: { status: ScheduleStatus }) {
  const { now, until, schedule } = status;
  const zone = schedule.timeZone;
  return (
    <div>
      {now.length > 0 ? (
        <Names people={now} />
      ) : (
        <p className="flex gap-1.5 font-medium text-critical">
          <UserX aria-hidden className="mt-0.5 size-4 shrink-0" />
          Nobody
        </p>
      )}
      <p className="text-ink-soft">
        {until === null ? (
          'for the next 31 days'
        ) : (
          <>
            until {momentWords(until, zone)} {zonePlace(zone)} (<Time at={until} show="relative" />)
          </>
        )}
      </p>
    </div>
  );
}

/** Who follows. */
export function OnCallNext({ status }: { status: ScheduleStatus }) {
  const { next, until } = status;
  if (until === null) return <span className="text-ink-soft">No change ahead</span>;
  if (next.length === 0) return <span className="font-medium text-critical">Nobody</span>;
  return <Names people={next} />;
}
