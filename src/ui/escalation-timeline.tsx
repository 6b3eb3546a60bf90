import {
  Ban,
  BellRing,
  Check,
  CheckCheck,
  CircleOff,
  CirclePlay,
  Eye,
  FastForward,
  Hourglass,
  MailCheck,
  PhoneForwarded,
  Reply,
  RotateCcw,
  Send,
  TriangleAlert,
  UserCheck,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { TimelineEntry, TimelineType } from '@/domain/escalations/model';
import { replyQuote } from './reply-quote';
import { Time } from './time';

const icons: Record<TimelineType, { icon: LucideIcon; colour: string }> = {
  started: { icon: CirclePlay, colour: 'text-accent' },
  step_begun: { icon: BellRing, colour: 'text-ink-soft' },
  step_empty: { icon: CircleOff, colour: 'text-critical' },
  nobody_on_call: { icon: CircleOff, colour: 'text-critical' },
  waiting: { icon: Hourglass, colour: 'text-medium' },
  sent: { icon: Send, colour: 'text-low' },
  delivered: { icon: MailCheck, colour: 'text-fine' },
  read: { icon: Eye, colour: 'text-fine' },
  failed: { icon: TriangleAlert, colour: 'text-critical' },
  replied: { icon: Reply, colour: 'text-accent' },
  patched: { icon: PhoneForwarded, colour: 'text-accent' },
  partly_acknowledged: { icon: UserCheck, colour: 'text-fine' },
  acknowledged: { icon: Check, colour: 'text-fine' },
  declined: { icon: UserX, colour: 'text-high' },
  reopened: { icon: RotateCcw, colour: 'text-high' },
  skipped_ahead: { icon: FastForward, colour: 'text-ink-soft' },
  unanswered: { icon: TriangleAlert, colour: 'text-critical' },
  report_reminded: { icon: BellRing, colour: 'text-ink-soft' },
  reported_back: { icon: Reply, colour: 'text-fine' },
  report_overdue: { icon: TriangleAlert, colour: 'text-critical' },
  caller_told: { icon: Send, colour: 'text-fine' },
  reviewed: { icon: Eye, colour: 'text-ink-soft' },
  resolved: { icon: CheckCheck, colour: 'text-fine' },
  cancelled: { icon: Ban, colour: 'text-ink-soft' },
};

/** What is missing stands in red words, and the icon is not the only sign of it. */
const alarming = new Set<TimelineType>(['nobody_on_call', 'step_empty', 'unanswered', 'report_overdue']);

/** What somebody said or was told stands apart from our own words. */
const quoting = new Set<TimelineType>(['replied', 'reported_back', 'caller_told']);

function Words({ type, words }: Pick<TimelineEntry, 'type' | 'words'>) {
  const { lead, quote } = quoting.has(type) ? replyQuote(words) : { lead: words, quote: null };
  return (
    <>
      <p className={alarming.has(type) ? 'font-medium text-critical' : ''}>{lead}</p>
      {quote === null ? null : (
        <blockquote className="my-1 border-l-2 border-line-strong pl-3 wrap-break-word whitespace-pre-line">
          {quote}
        </blockquote>
      )}
    </>
  );
}

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
              <Words type={entry.type} words={entry.words} />
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
