'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { Controller, useFieldArray, useForm } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import type { OnCallChoice } from './on-call-choices';
import {
  blankCoverage,
  blankShift,
  coverageFields,
  coverageOf,
  type CoverageDraft,
} from './on-call-coverage-draft';
import { zonePlace } from './time-words';
import { ZonedTimeField } from './zoned-time-field';

const MOST_SHIFTS = 200;

export type OnCallCoverageDialogProps = {
  schedule: Schedule;
  choices: readonly OnCallChoice[];
  onClose: () => void;
};

/** Shifts that stand instead of the whole schedule for a while: a strike, a holiday week, a company outing. */
export function OnCallCoverageDialog({ schedule, choices, onClose }: OnCallCoverageDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const form = useForm<CoverageDraft>({ defaultValues: blankCoverage });
  const { control, register } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'shifts' });
  const create = useMutation(
    api.coverages.create.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.coverages.pathKey() });
        void queries.invalidateQueries({ queryKey: api.schedules.pathKey() });
        void queries.invalidateQueries({ queryKey: api.onCall.pathKey() });
        onClose();
      },
    }),
  );
  const problems = formProblems(create.error, coverageFields({ shifts: fields }));
  type TimeName = 'startsAt' | 'endsAt' | `shifts.${number}.startsAt` | `shifts.${number}.endsAt`;
  const time = (name: TimeName, label: string, missing: string) => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <ZonedTimeField
          label={label}
          zone={schedule.timeZone}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
          isOptional={name.startsWith('shifts')}
          error={problems.of(name) && (field.value === null ? missing : problems.of(name))}
        />
      )}
    />
  );
  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={onClose}
      title="Temporary coverage"
      description={`${schedule.name}, by the clocks of ${zonePlace(schedule.timeZone)}. While it lasts, these shifts stand instead of the schedule and of earlier swaps.`}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void form.handleSubmit((draft) => create.mutate({ scheduleId: schedule.id, ...coverageOf(draft) }))(
            event,
          )
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {time('startsAt', 'From', 'Say from when.')}
          {time('endsAt', 'Until', 'Say until when.')}
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium">Who is on call meanwhile</legend>
          {problems.of('shifts') ? (
            <p className="font-medium text-critical">{problems.of('shifts')}</p>
          ) : null}
          <ol className="flex flex-col gap-3">
            {fields.map((field, n) => (
              <li key={field.id} className="flex flex-col gap-3 rounded-md border border-line p-3">
                <div className="flex items-end gap-2">
                  <Field
                    label={`Shift ${n + 1}`}
                    className="min-w-0 flex-1"
                    error={problems.of(`shifts.${n}.contactId`) && 'Choose a contact of this client.'}
                  >
                    <Select {...register(`shifts.${n}.contactId`)}>
                      <option value="">Choose somebody</option>
                      {choices.map(({ id, name, title }) => (
                        <option key={id} value={id}>
                          {title ? `${name}, ${title}` : name}
                        </option>
                      ))}
                    </Select>
                  </Field>
                  <Button
                    variant="quiet"
                    disabled={fields.length === 1}
                    aria-label={`Remove shift ${n + 1}`}
                    title="Remove"
                    onClick={() => remove(n)}
                    icon={<Trash2 aria-hidden className="size-4" />}
                  />
                </div>
                <div className="grid gap-3 sm:grid-cols-2">
                  {time(`shifts.${n}.startsAt`, `Shift ${n + 1} begins`, 'Say from when the coverage lasts.')}
                  {time(`shifts.${n}.endsAt`, `Shift ${n + 1} ends`, 'Say until when the coverage lasts.')}
                </div>
              </li>
            ))}
          </ol>
          <p className="text-ink-soft">A shift without times lasts for the whole coverage.</p>
          <div>
            <Button
              icon={<Plus aria-hidden className="size-4" />}
              disabled={fields.length >= MOST_SHIFTS}
              onClick={() => append(blankShift)}
            >
              Add shift
            </Button>
          </div>
        </fieldset>
        <Field label="Note" hint="For example: works outing." isOptional error={problems.of('note')}>
          <TextInput maxLength={200} autoComplete="off" {...register('note')} />
        </Field>
        <FormFoot submitWords="Save" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
