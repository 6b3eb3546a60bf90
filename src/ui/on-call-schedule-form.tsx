'use client';

import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormProvider, useFieldArray, useForm } from 'react-hook-form';
import type { Holiday } from '@/domain/oncall/model';
import { Button } from './button';
import { Choice, Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import type { OnCallChoice } from './on-call-choices';
import { blankRotation, scheduleFields, type ScheduleDraft } from './on-call-draft';
import { OnCallPreview } from './on-call-preview';
import { OnCallRotation } from './on-call-rotation';

const MOST_ROTATIONS = 10;

export type OnCallScheduleFormProps = {
  initial: ScheduleDraft;
  choices: readonly OnCallChoice[];
  holidays: readonly Holiday[];
  /** The date of a new rotation's first hand-over. */
  monday: string;
  submitWords: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: (draft: ScheduleDraft) => void;
  /** Beside the button. */
  children?: ReactNode;
};

/** A schedule with its rotations, and below them what that makes of the next two weeks. */
export function OnCallScheduleForm(props: OnCallScheduleFormProps) {
  const { initial, choices, holidays, monday, submitWords, isBusy, error, onSubmit, children } = props;
  const form = useForm<ScheduleDraft>({ defaultValues: initial });
  const { control, register } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'rotations' });
  const problems = formProblems(error, scheduleFields(form.getValues()));
  const zones = [...new Set(['UTC', initial.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name of the schedule" hint="For example Payroll duty." error={problems.of('name')}>
            <TextInput maxLength={80} autoComplete="off" {...register('name')} />
          </Field>
          <Field label="Time zone" hint="By its clocks people hand over." error={problems.of('timeZone')}>
            <Select {...register('timeZone')}>
              {zones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          </Field>
        </div>
        <Choice
          type="checkbox"
          label="Tell whoever takes over"
          hint="They get a word at each hand-over, by their first method."
          {...register('isHandoverTold')}
        />
        <section aria-labelledby="rotations" className="flex flex-col gap-3">
          <div>
            <h2 id="rotations" className="text-base font-semibold">
              Rotations
            </h2>
            <p className="max-w-[80ch] text-ink-soft">
              People who take turns. Where several rotations apply at once, all their people are on call
              together.
            </p>
          </div>
          {problems.of('rotations') ? (
            <p className="font-medium text-critical">{problems.of('rotations')}</p>
          ) : null}
          <ol className="flex flex-col gap-3">
            {fields.map((field, index) => (
              <OnCallRotation
                key={field.id}
                index={index}
                choices={choices}
                problemOf={problems.of}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
          <div>
            <Button
              icon={<Plus aria-hidden className="size-4" />}
              disabled={fields.length >= MOST_ROTATIONS}
              onClick={() => append(blankRotation(monday, ''))}
            >
              Add rotation
            </Button>
          </div>
        </section>
        <section aria-labelledby="preview" className="flex flex-col gap-2">
          <h2 id="preview" className="text-base font-semibold">
            The next 14 days
          </h2>
          <OnCallPreview choices={choices} holidays={holidays} />
        </section>
        <FormFoot submitWords={submitWords} isBusy={isBusy} problem={problems.words}>
          {children}
        </FormFoot>
      </form>
    </FormProvider>
  );
}
