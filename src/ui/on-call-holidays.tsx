'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { errorWords, useTRPC } from '@/api/client';
import type { Holiday } from '@/domain/oncall/model';
import { Button } from './button';
import { Field, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { dateWords } from './on-call-words';

const AT_MOST = 200;
type Draft = { holidays: Holiday[] };

function HolidayForm({ clientId, initial }: { clientId: string; initial: readonly Holiday[] }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const form = useForm<Draft>({ defaultValues: { holidays: [...initial] } });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'holidays' });
  const { isDirty } = form.formState;
  // What is typed here is based on these; a colleague may save others meanwhile.
  const [base, setBase] = useState(initial);
  if (base !== initial && !isDirty) setBase(initial);
  useEffect(() => form.reset({ holidays: [...base] }), [base, form]);
  const save = useMutation(
    api.holidays.set.mutationOptions({
      onSuccess: (holidays) => {
        queries.setQueryData(api.holidays.list.queryKey({ clientId }), holidays);
        void queries.invalidateQueries({ queryKey: api.schedules.calendar.pathKey() });
        void queries.invalidateQueries({ queryKey: api.onCall.pathKey() });
        form.reset({ holidays });
      },
    }),
  );
  const problems = formProblems(
    save.error,
    fields.flatMap((_, n) => [`holidays.${n}.date`, `holidays.${n}.name`]),
  );
  const submit = ({ holidays }: Draft) => {
    // A row that was left empty was not meant; what is shown must keep the places of what is sent.
    const meant = holidays.filter(({ date, name }) => date !== '' || name.trim() !== '');
    form.setValue('holidays', meant);
    save.mutate({ clientId, holidays: meant });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
    >
      {fields.length === 0 ? (
        <EmptyState title="No holiday ahead.">
          Every day counts as its weekday. Add the days on which other people are on call, or nobody works.
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {fields.map((field, n) => (
            <li key={field.id} className="flex flex-wrap items-end gap-2">
              <Field
                label={`Date of holiday ${n + 1}`}
                isLabelHidden={n > 0}
                error={problemOfDate(problems.of(`holidays.${n}.date`), form.getValues(`holidays.${n}.date`))}
              >
                <TextInput type="date" className="w-40!" {...form.register(`holidays.${n}.date`)} />
              </Field>
              <Field
                label={`Name of holiday ${n + 1}`}
                isLabelHidden={n > 0}
                className="min-w-0 flex-1 basis-40"
                error={problems.of(`holidays.${n}.name`) && 'Name the day, for example Labour Day.'}
              >
                <TextInput maxLength={80} autoComplete="off" {...form.register(`holidays.${n}.name`)} />
              </Field>
              <Button
                variant="quiet"
                aria-label={`Remove holiday ${n + 1}`}
                title="Remove"
                onClick={() => remove(n)}
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          disabled={fields.length >= AT_MOST}
          onClick={() => append({ date: '', name: '' })}
        >
          Add holiday
        </Button>
      </div>
      {base !== initial && isDirty ? (
        <p role="status" className="flex flex-wrap items-center gap-2 font-medium text-high">
          Somebody else changed the holidays meanwhile. Saving replaces theirs.
          <Button size="compact" onClick={() => setBase(initial)}>
            Load theirs, without what I typed
          </Button>
        </p>
      ) : null}
      <FormFoot
        submitWords="Save holidays"
        isBusy={save.isPending}
        problem={problems.words}
        done={save.isSuccess ? 'Saved. Every schedule of this client counts them from now on.' : null}
      />
    </form>
  );
}

function problemOfDate(problem: string | undefined, date: string): string | undefined {
  return problem && date === '' ? 'Choose a date.' : problem;
}

export type OnCallHolidaysProps = { clientId: string; canEdit: boolean };

/** The days of a client that count as holidays, from today on. */
export function OnCallHolidays({ clientId, canEdit }: OnCallHolidaysProps) {
  const api = useTRPC();
  const query = useQuery(api.holidays.list.queryOptions({ clientId }));
  if (!query.data) {
    return query.isError ? (
      <LoadError
        words={`The holidays cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <LoadingRows rows={3} height={44} label="The holidays are being loaded." />
    );
  }
  if (canEdit) return <HolidayForm clientId={clientId} initial={query.data} />;
  if (query.data.length === 0) {
    return <EmptyState title="No holiday ahead.">Every day counts as its weekday.</EmptyState>;
  }
  return (
    <ul className="border-t border-line">
      {query.data.map(({ date, name }) => (
        <li key={date} className="flex flex-wrap gap-x-4 border-b border-line py-2">
          <time dateTime={date} className="w-36 shrink-0">
            {dateWords(date)} {date.slice(0, 4)}
          </time>
          {name}
        </li>
      ))}
    </ul>
  );
}
