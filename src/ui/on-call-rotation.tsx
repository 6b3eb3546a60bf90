'use client';

import { Trash2 } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { rotationUnits, type RotationUnit } from '@/domain/oncall/model';
import { Button } from './button';
import { Field, Select, TextInput } from './field';
import type { OnCallChoice } from './on-call-choices';
import type { ScheduleDraft } from './on-call-draft';
import { OnCallRotationPeople } from './on-call-rotation-people';
import { OnCallRotationSpans } from './on-call-rotation-spans';
import { handoverWords } from './on-call-words';

const unitWords: Record<RotationUnit, string> = {
  hour: 'Hours',
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
};

export type OnCallRotationProps = {
  index: number;
  choices: readonly OnCallChoice[];
  problemOf: (field: string) => string | undefined;
  onRemove: () => void;
};

/** People who take turns, how long a turn is, and when in the week they are on call. */
export function OnCallRotation({ index, choices, problemOf, onRemove }: OnCallRotationProps) {
  const { control, register } = useFormContext<ScheduleDraft>();
  const path = `rotations.${index}` as const;
  const rotation = useWatch({ control, name: 'rotations' })[index];
  const handover = rotation ? handoverWords({ ...rotation, every: Number(rotation.every) }) : null;
  const title = rotation?.name.trim() ?? '';
  return (
    <li className="flex flex-col gap-4 rounded-md border border-line bg-raised p-3">
      <div className="flex items-center gap-2">
        <h3 className="mr-auto font-semibold">{title || `Rotation ${index + 1}`}</h3>
        <Button
          variant="quiet"
          aria-label={`Remove ${title || `rotation ${index + 1}`}`}
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        >
          Remove
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" hint="For example Nights." error={problemOf(`${path}.name`)}>
          <TextInput maxLength={80} autoComplete="off" {...register(`${path}.name`)} />
        </Field>
        <div className="flex items-end gap-2">
          <Field
            label="A turn lasts"
            className="flex-1"
            error={problemOf(`${path}.every`) && 'Choose from 1 to 365.'}
          >
            <TextInput type="number" min={1} max={365} inputMode="numeric" {...register(`${path}.every`)} />
          </Field>
          <Field label="Unit" isLabelHidden className="w-32" error={problemOf(`${path}.unit`)}>
            <Select {...register(`${path}.unit`)}>
              {rotationUnits.map((one) => (
                <option key={one} value={one}>
                  {unitWords[one]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </div>
      <Field
        label="First hand-over"
        hint="On the schedule’s wall clock. Nobody is on call by this rotation before."
        error={problemOf(`${path}.startsAt`) && 'Write the date and time of the first hand-over.'}
        below={<p className="text-ink-soft">{handover === null ? '' : `Hands over ${handover}.`}</p>}
      >
        <TextInput
          type="datetime-local"
          className="w-auto! max-w-full self-start"
          {...register(`${path}.startsAt`)}
        />
      </Field>
      <OnCallRotationPeople index={index} choices={choices} problemOf={problemOf} />
      <OnCallRotationSpans index={index} problemOf={problemOf} />
    </li>
  );
}
