'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from './button';
import { Field, Select } from './field';
import { namesOf, REMOVED_WORDS, type OnCallChoice } from './on-call-choices';
import type { ScheduleDraft } from './on-call-draft';

const MOST_PEOPLE = 50;

export type OnCallRotationPeopleProps = {
  index: number;
  choices: readonly OnCallChoice[];
  problemOf: (field: string) => string | undefined;
};

/** Who takes turns, in this order. Somebody may come more than once in a round. */
export function OnCallRotationPeople({ index, choices, problemOf }: OnCallRotationPeopleProps) {
  const { control } = useFormContext<ScheduleDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: `rotations.${index}.people` });
  const people = useWatch({ control, name: 'rotations' })[index]?.people ?? [];
  const nameOf = namesOf(choices);
  const names = people.map(({ contactId }) => nameOf(contactId));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">Who takes turns, in this order</legend>
      {fields.length > 0 ? (
        <ol className="border-t border-line">
          {fields.map((field, n) => {
            const name = names[n] ?? '';
            const problem = problemOf(`rotations.${index}.contactIds.${n}`);
            return (
              <li key={field.id} className="flex flex-wrap items-center gap-x-1 border-b border-line py-0.5">
                <span className="w-6 text-ink-soft tabular-nums">{n + 1}.</span>
                <span
                  className={
                    name === REMOVED_WORDS || problem
                      ? 'min-w-0 flex-1 font-medium text-critical'
                      : 'min-w-0 flex-1'
                  }
                >
                  {name}
                  {problem ? <span className="block">{problem}</span> : null}
                </span>
                <Button
                  variant="quiet"
                  disabled={n === 0}
                  aria-label={`Move ${name} up`}
                  title="Move up"
                  onClick={() => move(n, n - 1)}
                  icon={<ArrowUp aria-hidden className="size-4" />}
                />
                <Button
                  variant="quiet"
                  disabled={n === fields.length - 1}
                  aria-label={`Move ${name} down`}
                  title="Move down"
                  onClick={() => move(n, n + 1)}
                  icon={<ArrowDown aria-hidden className="size-4" />}
                />
                <Button
                  variant="quiet"
                  aria-label={`Remove ${name} from the rotation`}
                  title="Remove"
                  onClick={() => remove(n)}
                  icon={<Trash2 aria-hidden className="size-4" />}
                />
              </li>
            );
          })}
        </ol>
      ) : null}
      <Field label="Add somebody" className="max-w-80" error={problemOf(`rotations.${index}.contactIds`)}>
        <Select
          value=""
          disabled={fields.length >= MOST_PEOPLE}
          onChange={(event) => {
            if (event.target.value !== '') append({ contactId: event.target.value });
          }}
        >
          <option value="">{fields.length === 0 ? 'Choose who begins' : 'Choose who follows'}</option>
          {choices.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {title ? `${name}, ${title}` : name}
            </option>
          ))}
        </Select>
      </Field>
    </fieldset>
  );
}
