'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { Button } from './button';
import { KeyHint } from './key-hint';
import { LoadError, LoadingRows } from './list-states';
import { useNow } from './now';
import { personColours } from './on-call-colours';
import { onCallDays, type OnCallBar } from './on-call-days';
import { OnCallGrid } from './on-call-grid';
import { DAYS_SHOWN, firstShown, mondayOf, shownSpan, weekNumber, WEEKS_SHOWN } from './on-call-weeks';
import { dateOf, dateWords, daysLater } from './on-call-words';
import { zonePlace } from './time-words';
import { useFilters } from './use-filters';

const MINUTE_MS = 60_000;

export type OnCallCalendarProps = {
  schedule: Schedule;
  nameOf: (contactId: string) => string;
  /** Who may change it picks a shift or a gap. */
  onPick?: (bar: OnCallBar) => void;
};

/** Four weeks of one schedule. The first week stands in the address. */
export function OnCallCalendar({ schedule, nameOf, onPick }: OnCallCalendarProps) {
  const now = useNow(MINUTE_MS);
  // The server does not know the reader's today, and the calendar is no use without scripts.
  return now === null ? (
    <LoadingRows rows={8} height={96} label="The calendar is being loaded." />
  ) : (
    <Weeks schedule={schedule} nameOf={nameOf} now={now} {...(onPick ? { onPick } : {})} />
  );
}

function Weeks({ schedule, nameOf, onPick, now }: OnCallCalendarProps & { now: Date }) {
  const api = useTRPC();
  const filters = useFilters('week');
  const { timeZone } = schedule;
  const today = dateOf(now, timeZone);
  const thisWeek = mondayOf(today);
  const first = firstShown(filters.get('week'), now, timeZone);
  const last = daysLater(first, DAYS_SHOWN - 1);
  const calendar = useQuery(
    api.schedules.calendar.queryOptions(
      { scheduleId: schedule.id, ...shownSpan(first, timeZone) },
      // Other weeks of the same schedule may stand dimmed meanwhile; another schedule's may not.
      { placeholderData: (before) => (before?.schedule.id === schedule.id ? before : undefined) },
    ),
  );
  const go = (monday: string) => filters.set('week', monday === thisWeek ? null : monday);
  const goBy = (weeks: number) => go(daysLater(first, weeks * 7));
  const turn = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const weeks = event.shiftKey ? WEEKS_SHOWN : 1;
    if (event.key === 'PageDown') goBy(weeks);
    else if (event.key === 'PageUp') goBy(-weeks);
    else if (event.key === 'Home') go(thisWeek);
    else return;
    event.preventDefault();
    // The day that had the focus is gone with its week; the next key has to find the calendar all the same.
    if (event.target instanceof HTMLElement && event.target.dataset.bar !== undefined)
      event.currentTarget.focus();
  };
  const { data } = calendar;
  const isShown = data !== undefined && !calendar.isPlaceholderData;
  const days = data
    ? onCallDays(data, timeZone, isShown ? first : dateOf(data.from, timeZone), DAYS_SHOWN)
    : [];
  const colourOf = personColours(schedule.rotations, data?.shifts.map(({ contactId }) => contactId) ?? []);
  const shownNames = new Map(data?.shifts.map(({ contactId, name }) => [contactId, name]));
  return (
    <section
      aria-labelledby="on-call-calendar"
      tabIndex={-1}
      className="flex flex-col gap-3 outline-offset-4"
      onKeyDown={turn}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="on-call-calendar" className="text-base font-semibold" aria-live="polite">
            {dateWords(first)} to {dateWords(last)} {last.slice(0, 4)}
            <span className="font-normal text-ink-soft">
              , weeks {weekNumber(first)} to {weekNumber(daysLater(first, DAYS_SHOWN - 7))}
            </span>
          </h2>
          <p className="text-ink-soft">
            All times are {zonePlace(timeZone)} time ({timeZone}).
          </p>
        </div>
        <div role="group" aria-label="Weeks shown" className="flex flex-wrap items-center gap-2">
          <Button
            aria-keyshortcuts="PageUp"
            icon={<ChevronLeft aria-hidden className="size-4" />}
            onClick={() => goBy(-1)}
          >
            Previous week
          </Button>
          <Button aria-keyshortcuts="Home" onClick={() => go(thisWeek)}>
            Today
          </Button>
          <Button aria-keyshortcuts="PageDown" onClick={() => goBy(1)}>
            Next week
            <ChevronRight aria-hidden className="size-4" />
          </Button>
          <KeyHint keys={['Page up', 'Home', 'Page down']} />
        </div>
      </div>
      {calendar.isError && !data ? (
        <LoadError
          words={`The calendar cannot be shown. ${errorWords(calendar.error).words}`}
          onRetry={() => void calendar.refetch()}
        />
      ) : null}
      {calendar.isPending ? <LoadingRows rows={8} height={96} label="The calendar is being loaded." /> : null}
      {data ? (
        <div aria-busy={!isShown} className={isShown ? '' : 'opacity-60'}>
          <OnCallGrid
            label={`Who is on call, day by day, from ${dateWords(first)}`}
            days={days}
            zone={timeZone}
            now={now}
            colourOf={colourOf}
            nameOf={(id) => shownNames.get(id) ?? nameOf(id)}
            {...(onPick ? { onPick } : {})}
          />
        </div>
      ) : null}
    </section>
  );
}
