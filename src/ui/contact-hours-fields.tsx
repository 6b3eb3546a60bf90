'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import type { HoursDraft } from './contact-draft';
import { Choice, Field, Select, TextInput } from './field';

export type ContactHoursFieldsProps = { problemOf: (field: string) => string | undefined };

/** A contact's time zone, and when what is not urgent waits for the morning. */
export function ContactHoursFields({ problemOf }: ContactHoursFieldsProps) {
  const { register, getValues } = useFormContext<HoursDraft>();
  const hasQuietHours = useWatch<HoursDraft, 'hasQuietHours'>({ name: 'hasQuietHours' });
  const chosen = getValues('timeZone');
  const zones = [
    ...new Set(['UTC', ...(chosen === '' ? [] : [chosen]), ...Intl.supportedValuesOf('timeZone')]),
  ];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Hours</legend>
      <Field label="Time zone" error={problemOf('timeZone')} className="max-w-sm">
        <Select {...register('timeZone')}>
          <option value="">The client’s own</option>
          {zones.sort().map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <Choice
        type="checkbox"
        label="Quiet hours"
        hint="What is routine waits for their end, in sight of everybody. Urgent matters and emergencies come through."
        {...register('hasQuietHours')}
      />
      {hasQuietHours ? (
        <div className="flex flex-wrap gap-4">
          <Field label="From" error={problemOf('quietHours.from')} className="w-36">
            <TextInput type="time" {...register('quietFrom')} />
          </Field>
          <Field label="To" error={problemOf('quietHours.to')} className="w-36">
            <TextInput type="time" {...register('quietTo')} />
          </Field>
        </div>
      ) : null}
    </fieldset>
  );
}

/** What the server may refuse of these fields. */
export const hoursFields = ['timeZone', 'quietHours.from', 'quietHours.to'] as const;
