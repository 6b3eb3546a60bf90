'use client';

import { useDeferredValue, useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Holiday } from '@/domain/oncall/model';
import { shiftsBetween } from '@/domain/oncall/shifts-between';
import { useNow } from './now';
import { namesOf, type OnCallChoice } from './on-call-choices';
import { personColours } from './on-call-colours';
import { onCallDays } from './on-call-days';
import { readyPlan, type ScheduleDraft } from './on-call-draft';
import { OnCallGrid } from './on-call-grid';
import { dateOf, dayStart, daysLater } from './on-call-words';
import { zonePlace } from './time-words';

const DAYS_AHEAD = 14;

export type OnCallPreviewProps = { choices: readonly OnCallChoice[]; holidays: readonly Holiday[] };

/** The next 14 days as the form stands, reckoned here by the server's own rules. */
export function OnCallPreview({ choices, holidays }: OnCallPreviewProps) {
  const { control } = useFormContext<ScheduleDraft>();
  const draft = useDeferredValue(useWatch({ control })) as ScheduleDraft;
  const now = useNow(60_000);
  const nameOf = namesOf(choices);
  const plan = useMemo(() => readyPlan(draft), [draft]);
  if (plan === null || now === null) {
    return (
      <p className="text-ink-soft">
        The next {DAYS_AHEAD} days stand here as soon as a rotation has a name, a first hand-over and somebody
        who takes turns.
      </p>
    );
  }
  const { timeZone, rotations } = plan;
  const today = dateOf(now, timeZone);
  const [from, until] = [dayStart(today, timeZone), dayStart(daysLater(today, DAYS_AHEAD), timeZone)];
  const facts = {
    timeZone,
    rotations,
    overrides: [],
    coverages: [],
    holidays: holidays.map(({ date }) => date),
  };
  const { shifts, gaps } = shiftsBetween(facts, from, until);
  const layout = {
    shifts: shifts.map((shift) => ({ ...shift, name: nameOf(shift.contactId), isOverride: false })),
    gaps,
    overrides: [],
    coverages: [],
    holidays: [...holidays],
  };
  return (
    <div className="flex flex-col gap-2">
      <p className={gaps.length > 0 ? 'font-medium text-critical' : 'text-ink-soft'}>
        {gaps.length > 0 ? 'There are times at which nobody is on call.' : 'Somebody is on call at any time.'}{' '}
        <span className="font-normal text-ink-soft">
          {zonePlace(timeZone)} time. Swaps and coverages are not counted in.
        </span>
      </p>
      <OnCallGrid
        label="The next 14 days as this form stands"
        days={onCallDays(layout, timeZone, today, DAYS_AHEAD)}
        zone={timeZone}
        now={now}
        colourOf={personColours(rotations, [])}
        nameOf={nameOf}
      />
    </div>
  );
}
