import { Check, Hourglass, Minus, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Timing, TimingFate } from '@/domain/reviews/timings';
import { spanWords, targetWords, timingName, timingWords } from './timing-words';

const looks: Record<TimingFate, { icon: LucideIcon; colour: string }> = {
  met: { icon: Check, colour: 'text-fine' },
  missed: { icon: TriangleAlert, colour: 'font-medium text-critical' },
  running: { icon: Hourglass, colour: 'text-ink-soft' },
  none: { icon: Minus, colour: 'text-ink-soft' },
};

/** One time in a row of the table: the sign, and how long it took. */
export function TimingCell({ timing }: { timing: Timing }) {
  const { icon: Icon, colour } = looks[timing.fate];
  const { tookSeconds } = timing;
  return (
    <span className={`inline-flex items-center gap-1 tabular-nums ${colour}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {tookSeconds === null ? null : <span aria-hidden>{spanWords(tookSeconds)}</span>}
      <span className="sr-only">{timingWords(timing)}</span>
    </span>
  );
}

/** The three times of an escalation, each against what the client is promised. */
export function TimingStrip({ timings }: { timings: readonly Timing[] }) {
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {timings.map((timing) => {
        const { icon: Icon, colour } = looks[timing.fate];
        return (
          <div key={timing.name} className="rounded-md border border-line px-3 py-2">
            <dt className="text-ink-soft">{timingName(timing)}</dt>
            <dd className={`flex items-center gap-1.5 text-base tabular-nums ${colour}`}>
              <Icon aria-hidden className="size-4 shrink-0" />
              {timingWords(timing)}
            </dd>
            <dd className="text-[13px] text-ink-soft">Target {targetWords(timing.targetSeconds)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
