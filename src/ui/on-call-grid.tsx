'use client';

import { CalendarClock, Clock, PartyPopper, UserMinus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { classNames } from './class-names';
import { OnCallBar } from './on-call-bar';
import { clockChangeWords, type OnCallBar as Bar, type OnCallDay } from './on-call-days';
import { dateOf, dateWords, spanWords } from './on-call-words';

export type OnCallGridProps = {
  label: string;
  days: readonly OnCallDay[];
  zone: string;
  now: Date;
  colourOf: (contactId: string) => string;
  nameOf: (contactId: string) => string;
  /** Who may change it picks a shift or a gap that is not over. */
  onPick?: (bar: Bar) => void;
};

const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrows walk through what can be pressed: one stop of the Tab key for the whole calendar. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-bar]')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

const note = 'flex gap-1 text-xs leading-4 text-ink-soft';
const mark = 'mt-0.5 size-3 shrink-0';

function Notes({ day, zone, nameOf }: { day: OnCallDay; zone: string; nameOf: OnCallGridProps['nameOf'] }) {
  const clocks = clockChangeWords(day);
  return (
    <>
      {day.holiday === null ? null : (
        <p className={classNames(note, 'font-medium text-low!')}>
          <PartyPopper aria-hidden className={mark} />
          <span>Holiday: {day.holiday}</span>
        </p>
      )}
      {clocks === null ? null : (
        <p className={classNames(note, 'font-medium text-ink!')}>
          <Clock aria-hidden className={mark} />
          {clocks}
        </p>
      )}
      {day.coverages.map((coverage) => (
        <p key={coverage.id} className={note}>
          <CalendarClock aria-hidden className={mark} />
          <span>
            Coverage {spanWords(coverage, zone)}
            {coverage.note ? `: ${coverage.note}` : ''}
          </span>
        </p>
      ))}
      {day.removals.map((removal) => (
        <p key={removal.id} className={note}>
          <UserMinus aria-hidden className={mark} />
          <span>
            Without {removal.replacedContactId === null ? 'somebody' : nameOf(removal.replacedContactId)},{' '}
            {spanWords(removal, zone)}
          </span>
        </p>
      ))}
    </>
  );
}

/** Days as a list: by weeks of seven where there is room, one below the other on a phone. */
export function OnCallGrid({ label, days, zone, now, colourOf, nameOf, onPick }: OnCallGridProps) {
  const [stop, setStop] = useState<string | null>(null);
  const today = dateOf(now, zone);
  const keys = days.flatMap(({ bars }) => bars.filter(({ endsAt }) => endsAt > now).map(({ key }) => key));
  // On a phone, days go by above today: they stay for whoever goes back a week.
  const isThisWeekFirst = days.slice(0, 7).some(({ date }) => date === today);
  const firstStop = stop !== null && keys.includes(stop) ? stop : keys[0];
  return (
    <ol
      aria-label={label}
      onKeyDown={walk}
      className="grid gap-px overflow-hidden rounded-md border border-line bg-line lg:grid-cols-7"
    >
      {days.map((day) => {
        const isToday = day.date === today;
        const isPast = day.date < today;
        return (
          <li
            key={day.date}
            {...(isToday ? { 'aria-current': 'date' as const } : {})}
            className={classNames(
              'flex min-w-0 flex-col gap-1 p-1.5 lg:min-h-24',
              isPast ? 'bg-sunken' : 'bg-surface',
              isPast && isThisWeekFirst && 'max-lg:hidden',
              isToday && 'shadow-[inset_0_3px_0_var(--accent)]',
            )}
          >
            <h3 className={classNames('text-[13px] leading-5', isToday ? 'font-semibold' : 'font-medium')}>
              <time dateTime={day.date}>{dateWords(day.date)}</time>
              {isToday ? <span className="text-accent"> Today</span> : null}
            </h3>
            <Notes day={day} zone={zone} nameOf={nameOf} />
            {day.bars.length > 0 ? (
              <ul className="flex flex-col gap-1">
                {day.bars.map((bar) => (
                  <li key={bar.key}>
                    <OnCallBar
                      bar={bar}
                      date={day.date}
                      zone={zone}
                      colour={bar.contactId === null ? '' : colourOf(bar.contactId)}
                      nameOf={nameOf}
                      onPick={bar.endsAt > now ? onPick : undefined}
                      isFirstStop={bar.key === firstStop}
                      onFocus={() => setStop(bar.key)}
                    />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
