'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { OverrideKind, Schedule } from '@/domain/oncall/model';
import { Dialog } from './dialog';
import { Choice, Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import type { OnCallChoice } from './on-call-choices';
import type { OverrideDraft } from './on-call-override-draft';
import { zonePlace } from './time-words';
import { ZonedTimeField } from './zoned-time-field';

const kindWords: Record<OverrideKind, { label: string; hint: string }> = {
  replace: { label: 'Swap', hint: 'Somebody instead of another, whenever that one would be on call.' },
  add: { label: 'Cover', hint: 'Somebody besides whoever is on call, or where nobody is.' },
  remove: { label: 'Take off', hint: 'Somebody is not on call. Nobody stands in for them.' },
};
/** What is wanted most comes first. */
const order: readonly OverrideKind[] = ['replace', 'add', 'remove'];
const fields = ['kind', 'contactId', 'replacedContactId', 'startsAt', 'endsAt', 'note'] as const;

export type OnCallOverrideDialogProps = {
  schedule: Schedule;
  choices: readonly OnCallChoice[];
  initial: OverrideDraft;
  onClose: () => void;
};

/** A swap or a cover for a while, by the clocks of the schedule. */
export function OnCallOverrideDialog({ schedule, choices, initial, onClose }: OnCallOverrideDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const form = useForm<OverrideDraft>({ defaultValues: initial });
  const { control, register } = form;
  const kind = useWatch({ control, name: 'kind' });
  const create = useMutation(
    api.overrides.create.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.overrides.pathKey() });
        void queries.invalidateQueries({ queryKey: api.schedules.pathKey() });
        void queries.invalidateQueries({ queryKey: api.onCall.pathKey() });
        onClose();
      },
    }),
  );
  const problems = formProblems(create.error, fields);
  const submit = ({ contactId, replacedContactId, startsAt, endsAt, ...draft }: OverrideDraft) =>
    create.mutate({
      ...draft,
      scheduleId: schedule.id,
      ...(draft.kind !== 'remove' && contactId ? { contactId } : {}),
      ...(draft.kind !== 'add' && replacedContactId ? { replacedContactId } : {}),
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
    });
  const people = (
    <>
      <option value="">Choose somebody</option>
      {choices.map(({ id, name, title }) => (
        <option key={id} value={id}>
          {title ? `${name}, ${title}` : name}
        </option>
      ))}
    </>
  );
  const time = (name: 'startsAt' | 'endsAt', label: string, missing: string) => (
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
          hasNow={name === 'startsAt'}
          error={problems.of(name) && (field.value === null ? missing : problems.of(name))}
        />
      )}
    />
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Swap or cover"
      description={`${schedule.name}, by the clocks of ${zonePlace(schedule.timeZone)}`}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void form.handleSubmit(submit)(event)}
      >
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">What changes</legend>
          {order.map((one) => (
            <Choice
              key={one}
              type="radio"
              value={one}
              label={kindWords[one].label}
              hint={kindWords[one].hint}
              {...register('kind')}
            />
          ))}
        </fieldset>
        {kind === 'remove' ? null : (
          <Field label="Who is on call" error={problems.of('contactId')}>
            <Select {...register('contactId')}>{people}</Select>
          </Field>
        )}
        {kind === 'add' ? null : (
          <Field
            label={kind === 'replace' ? 'Instead of' : 'Who is not on call'}
            error={problems.of('replacedContactId')}
          >
            <Select {...register('replacedContactId')}>{people}</Select>
          </Field>
        )}
        {time('startsAt', 'From', 'Say from when.')}
        {time('endsAt', 'Until', 'Say until when.')}
        <Field
          label="Note"
          hint="For whoever looks at the calendar, for example: dentist."
          isOptional
          error={problems.of('note')}
        >
          <TextInput maxLength={200} autoComplete="off" {...register('note')} />
        </Field>
        <FormFoot submitWords="Save" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
