'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { intakeKinds } from '@/domain/briefings/model';
import { intakeKindWords } from '@/ui/briefing-words';
import { Button } from '@/ui/button';
import { Choice, Field, Select, TextArea, TextInput } from '@/ui/field';
import type { CallTypeDraft } from './call-type-draft';

export type CallTypeFieldProps = {
  index: number;
  count: number;
  problemOf: (field: string) => string | undefined;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One thing that callers of this type are asked. */
export function CallTypeField({ index, count, problemOf, onMove, onRemove }: CallTypeFieldProps) {
  const { control, register } = useFormContext<CallTypeDraft>();
  const kind = useWatch({ control, name: `intake.${index}.kind` });
  const number = index + 1;
  const size = 'size-9 px-0!';
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-raised p-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Ask for" error={problemOf(`intake.${index}.label`)} className="min-w-48 flex-1">
          <TextInput {...register(`intake.${index}.label`)} autoComplete="off" />
        </Field>
        <Field label="Kind of answer" className="w-44">
          <Select {...register(`intake.${index}.kind`)}>
            {intakeKinds.map((value) => (
              <option key={value} value={value}>
                {intakeKindWords[value]}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex gap-1">
          <Button
            variant="quiet"
            className={size}
            disabled={index === 0}
            aria-label={`Move field ${number} up`}
            title="Move up"
            onClick={() => onMove(index - 1)}
            icon={<ArrowUp aria-hidden className="size-4" />}
          />
          <Button
            variant="quiet"
            className={size}
            disabled={number === count}
            aria-label={`Move field ${number} down`}
            title="Move down"
            onClick={() => onMove(index + 1)}
            icon={<ArrowDown aria-hidden className="size-4" />}
          />
          <Button
            variant="quiet"
            className={size}
            aria-label={`Remove field ${number}`}
            title="Remove"
            onClick={onRemove}
            icon={<Trash2 aria-hidden className="size-4" />}
          />
        </div>
      </div>
      {kind === 'choice' ? (
        <Field label="Choices" hint="One a line." error={problemOf(`intake.${index}.choices`)}>
          <TextArea rows={3} {...register(`intake.${index}.choices`)} />
        </Field>
      ) : null}
      <Choice type="checkbox" label="Must be asked" {...register(`intake.${index}.required`)} />
    </li>
  );
}
