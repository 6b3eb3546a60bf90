'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from './button';
import { Choice, Field, TextInput } from './field';
import { dayChoices, spanPresets, type ScheduleDraft, type SpanDraft } from './on-call-draft';

const MOST_SPANS = 20;
const blankSpan: SpanDraft = { days: ['1', '2', '3', '4', '5'], from: '08:00', to: '18:00' };

export type OnCallRotationSpansProps = { index: number; problemOf: (field: string) => string | undefined };

/** "until the next day" where a span runs over midnight; a whole day where both times are the same. */
function endWords({ from, to }: SpanDraft): string {
  if (from === '' || to === '') return '';
  if (from === to) return 'Until the same time of the next day.';
  return to < from ? 'Until the next day.' : '';
}

/** When in the week the rotation applies: always, or only then. */
export function OnCallRotationSpans({ index, problemOf }: OnCallRotationSpansProps) {
  const { control, register } = useFormContext<ScheduleDraft>();
  const name = `rotations.${index}.spans` as const;
  const { fields, append, remove, replace } = useFieldArray({ control, name });
  const spans = useWatch({ control, name: 'rotations' })[index]?.spans ?? [];
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">When in the week it applies</legend>
      <div role="group" aria-label="Usual times" className="flex flex-wrap gap-2">
        {spanPresets.map((preset) => (
          <Button
            key={preset.words}
            size="compact"
            aria-pressed={JSON.stringify(preset.spans) === JSON.stringify(spans)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => replace(preset.spans.map((span) => ({ ...span, days: [...span.days] })))}
          >
            {preset.words}
          </Button>
        ))}
      </div>
      {problemOf(name) ? <p className="font-medium text-critical">{problemOf(name)}</p> : null}
      {fields.length === 0 ? (
        <p className="text-ink-soft">Always: every day, around the clock, on holidays too.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {fields.map((field, n) => (
            <li key={field.id} className="flex flex-wrap items-end gap-x-4 gap-y-2 rounded-md bg-sunken p-2">
              <fieldset className="min-w-0 basis-full">
                <legend className="sr-only">Days of time {n + 1}</legend>
                {problemOf(`${name}.${n}.days`) ? (
                  <p className="font-medium text-critical">{problemOf(`${name}.${n}.days`)}</p>
                ) : null}
                <div className="flex flex-wrap gap-x-3 gap-y-1">
                  {dayChoices.map(({ value, words }) => (
                    <Choice
                      key={value}
                      type="checkbox"
                      value={value}
                      label={words}
                      aria-invalid={problemOf(`${name}.${n}.days`) ? true : undefined}
                      {...register(`${name}.${n}.days`)}
                    />
                  ))}
                </div>
              </fieldset>
              <Field label="From" error={problemOf(`${name}.${n}.from`)}>
                <TextInput type="time" className="w-auto!" {...register(`${name}.${n}.from`)} />
              </Field>
              <Field label="Until" error={problemOf(`${name}.${n}.to`)}>
                <TextInput type="time" className="w-auto!" {...register(`${name}.${n}.to`)} />
              </Field>
              <p className="min-w-0 flex-1 self-center text-ink-soft">{spans[n] ? endWords(spans[n]) : ''}</p>
              <Button
                variant="quiet"
                aria-label={`Remove time ${n + 1}`}
                title="Remove"
                onClick={() => remove(n)}
                icon={<Trash2 aria-hidden className="size-4" />}
              />
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 ? (
        <p className="text-ink-soft">On the client’s holidays only times that name “Holidays” begin.</p>
      ) : null}
      <div>
        <Button
          size="compact"
          icon={<Plus aria-hidden className="size-4" />}
          disabled={fields.length >= MOST_SPANS}
          onClick={() => append(blankSpan)}
        >
          Add time
        </Button>
      </div>
    </fieldset>
  );
}
