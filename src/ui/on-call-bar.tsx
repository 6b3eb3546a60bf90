import { ArrowLeftRight, CalendarClock, Plus, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { barTimes, type OnCallBar as Bar } from './on-call-days';
import { dateWords } from './on-call-words';

const hatch =
  'bg-[image:repeating-linear-gradient(135deg,transparent_0_6px,color-mix(in_srgb,var(--ink)_12%,transparent)_6px_8px)]';
const icon = 'mr-0.5 inline size-3 align-[-1px]';

function ChangeWords({ bar, nameOf }: { bar: Bar; nameOf: (contactId: string) => string }) {
  switch (bar.change?.kind) {
    case 'replace': {
      const { replacedContactId } = bar.change;
      return (
        <>
          <ArrowLeftRight aria-hidden className={icon} />
          instead of {replacedContactId === null ? 'somebody' : nameOf(replacedContactId)}
        </>
      );
    }
    case 'add':
      return (
        <>
          <Plus aria-hidden className={icon} />
          besides
        </>
      );
    case 'coverage':
      return (
        <>
          <CalendarClock aria-hidden className={icon} />
          coverage
        </>
      );
    case undefined:
      return null;
  }
}

export type OnCallBarProps = {
  bar: Bar;
  date: string;
  zone: string;
  colour: string;
  nameOf: (contactId: string) => string;
  /** For whoever may change it: swaps, or fills the gap. */
  onPick?: ((bar: Bar) => void) | undefined;
  isFirstStop: boolean;
  onFocus: () => void;
};

/** One person, or nobody, within a day: name, hand-over times, and where that lies in the day. */
export function OnCallBar(props: OnCallBarProps) {
  const { bar, date, zone, colour, nameOf, onPick, isFirstStop, onFocus } = props;
  const isGap = bar.contactId === null;
  const frame = classNames(
    'relative block w-full rounded-sm border border-l-4 px-1.5 pt-0.5 pb-1.5 text-left text-[13px] leading-[18px]',
    isGap
      ? 'border-dashed border-critical bg-critical-soft font-semibold text-critical'
      : classNames('border-transparent text-ink', colour, bar.change && hatch),
  );
  const words: ReactNode = (
    <>
      {isGap ? (
        <>
          <UserX aria-hidden className={icon} />
          Nobody
        </>
      ) : (
        <span className="font-medium">{bar.name}</span>
      )}{' '}
      <span className="tabular-nums">{barTimes(bar, zone)}</span>
      {bar.change ? (
        <span className="block text-ink-soft">
          <span className="sr-only">, </span>
          <ChangeWords bar={bar} nameOf={nameOf} />
        </span>
      ) : null}
      <span aria-hidden className="absolute inset-x-1 bottom-0.5 h-0.5 rounded bg-ink/10">
        <span
          className="absolute inset-y-0 rounded bg-current"
          style={{ left: `${bar.from * 100}%`, right: `${(1 - bar.to) * 100}%` }}
        />
      </span>
    </>
  );
  if (!onPick) return <div className={frame}>{words}</div>;
  return (
    <button
      type="button"
      data-bar={bar.key}
      tabIndex={isFirstStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onPick(bar)}
      className={classNames(frame, 'hover:border-accent')}
    >
      {words}
      <span className="sr-only">
        , {dateWords(date)}. {isGap ? 'Fill this gap' : 'Swap or cover'}
      </span>
    </button>
  );
}
