'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { Button } from '@/ui/button';
import { Choice, Field, Select, TextInput } from '@/ui/field';
import { delayUnits, type PolicyDraft } from './policy-draft';

export type TargetChoice = { value: string; name: string; hint: string };

export type PolicyStepProps = {
  index: number;
  count: number;
  choices: readonly TargetChoice[];
  problemOf: (field: string) => string | undefined;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One step: whom it tells, all at once, and how long it waits for them. */
export function PolicyStep({ index, count, choices, problemOf, onMove, onRemove }: PolicyStepProps) {
  const { register } = useFormContext<PolicyDraft>();
  const number = index + 1;
  const targetProblem = problemOf(`steps.${index}.targets`);
  return (
    <li className="rounded-md border border-line bg-raised p-3">
      <div className="mb-2 flex items-center gap-1">
        <h3 className="mr-auto font-semibold">Step {number}</h3>
        <Button
          variant="quiet"
          disabled={index === 0}
          aria-label={`Move step ${number} up`}
          title="Move up"
          onClick={() => onMove(index - 1)}
          icon={<ArrowUp aria-hidden className="size-4" />}
        />
        <Button
          variant="quiet"
          disabled={number === count}
          aria-label={`Move step ${number} down`}
          title="Move down"
          onClick={() => onMove(index + 1)}
          icon={<ArrowDown aria-hidden className="size-4" />}
        />
        <Button
          variant="quiet"
          disabled={count === 1}
          aria-label={`Remove step ${number}`}
          title="Remove"
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium">Tells, all at once</legend>
          {targetProblem ? <p className="mb-1 font-medium text-critical">{targetProblem}</p> : null}
          <div className="flex max-h-56 flex-col gap-1.5 overflow-y-auto py-0.5 pl-0.5">
            {choices.map(({ value, name, hint }) => (
              <Choice
                key={value}
                type="checkbox"
                value={value}
                aria-invalid={targetProblem ? true : undefined}
                label={
                  <>
                    {name} <span className="text-ink-soft">{hint}</span>
                  </>
                }
                {...register(`steps.${index}.targets`)}
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-col gap-3 self-start">
          <div className="flex items-end gap-2">
            <Field label="Then waits" error={problemOf(`steps.${index}.delaySeconds`)} className="flex-1">
              <TextInput type="number" min={1} inputMode="numeric" {...register(`steps.${index}.amount`)} />
            </Field>
            <Field label="Unit" isLabelHidden className="w-28">
              <Select {...register(`steps.${index}.unit`)}>
                {delayUnits.map((unit) => (
                  <option key={unit}>{unit}</option>
                ))}
              </Select>
            </Field>
          </div>
          <Choice
            type="checkbox"
            label="Everybody must acknowledge"
            hint="One answer is not enough: it waits for all whom this step tells."
            {...register(`steps.${index}.isEveryoneNeeded`)}
          />
        </div>
      </div>
    </li>
  );
}
