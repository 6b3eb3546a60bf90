import {
  Ban,
  BellRing,
  CheckCheck,
  CirclePlay,
  PhoneOutgoing,
  RefreshCw,
  TriangleAlert,
  UserRoundCheck,
  type LucideIcon,
} from 'lucide-react';
import type { PromiseEvent, PromiseEventType } from '@/domain/promises/model';
import { promiseEventWords } from './promise-words';
import { Time } from './time';

const icons: Readonly<Record<PromiseEventType, { icon: LucideIcon; colour: string }>> = {
  given: { icon: CirclePlay, colour: 'text-accent' },
  ahead: { icon: BellRing, colour: 'text-ink-soft' },
  warned: { icon: BellRing, colour: 'text-medium' },
  due: { icon: BellRing, colour: 'text-high' },
  overdue: { icon: TriangleAlert, colour: 'text-high' },
  tried: { icon: PhoneOutgoing, colour: 'text-ink-soft' },
  handed_over: { icon: UserRoundCheck, colour: 'text-ink-soft' },
  kept: { icon: CheckCheck, colour: 'text-fine' },
  broken: { icon: TriangleAlert, colour: 'text-high' },
  renegotiated: { icon: RefreshCw, colour: 'text-ink-soft' },
  cancelled: { icon: Ban, colour: 'text-ink-soft' },
};

/** Everything that happened to a promise, the oldest first. `zone` is the client's. */
export function PromiseEvents({ events, zone }: { events: readonly PromiseEvent[]; zone: string }) {
  if (events.length === 0) {
    return <p className="text-ink-soft">This promise was given before its ledger was kept.</p>;
  }
  return (
    <ol className="flex flex-col">
      {events.map(({ id, type, words, at, byName }) => {
        const { icon: Icon, colour } = icons[type];
        return (
          <li
            key={id}
            className="flex gap-3 border-l border-line pb-4 pl-4 last:border-transparent last:pb-0"
          >
            <Icon aria-hidden className={`-ml-[25px] size-4 shrink-0 bg-surface ${colour}`} />
            <div className="min-w-0">
              <p className="font-medium">{promiseEventWords[type]}</p>
              {words === '' ? null : <p className="wrap-break-word whitespace-pre-line">{words}</p>}
              <p className="text-[13px] text-ink-soft">
                <Time at={at} zone={zone} />
                {byName === null ? null : `, ${byName}`}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
