import {
  Ban,
  BellRing,
  Check,
  CheckCheck,
  CircleOff,
  CirclePlay,
  RotateCcw,
  Send,
  TriangleAlert,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { TimelineEntry, TimelineType } from '@/domain/escalations/model';
import { Time } from './time';

const icons: Record<TimelineType, { icon: LucideIcon; colour: string }> = {
  started: { icon: CirclePlay, colour: 'text-accent' },
  step_begun: { icon: BellRing, colour: 'text-ink-soft' },
  step_empty: { icon: CircleOff, colour: 'text-high' },
  sent: { icon: Send, colour: 'text-low' },
  failed: { icon: TriangleAlert, colour: 'text-critical' },
  acknowledged: { icon: Check, colour: 'text-fine' },
  declined: { icon: UserX, colour: 'text-high' },
  reopened: { icon: RotateCcw, colour: 'text-high' },
  unanswered: { icon: TriangleAlert, colour: 'text-critical' },
  resolved: { icon: CheckCheck, colour: 'text-fine' },
  cancelled: { icon: Ban, colour: 'text-ink-soft' },
};

/** Everything that happened to an escalation, oldest first. `zone` is the client's. */
export function EscalationTimeline({ entries, zone }: { entries: TimelineEntry[]; zone: string | null }) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => {
        const { icon: Icon, colour } = icons[entry.type];
        return (
          <li
            key={entry.id}
            className="flex gap-3 border-l border-line pb-4 pl-4 last:border-transparent last:pb-0"
          >
            <Icon aria-hidden className={`-ml-[25px] size-4 shrink-0 bg-surface ${colour}`} />
            <div className="min-w-0">
              <p>{entry.words}</p>
              <p className="text-[13px] text-ink-soft">
                <Time at={entry.at} zone={zone} />
                {entry.byName ? `, ${entry.byName}` : null}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
