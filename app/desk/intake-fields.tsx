'use client';

import type { BriefingContent } from '@/domain/briefings/model';
import { Field, Select, TextInput } from '@/ui/field';

type IntakeItem = BriefingContent['intake'][number];
type IntakeFieldsProps = {
  intake: readonly IntakeItem[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
};

const inputTypes = { text: 'text', number: 'text', phone: 'tel', email: 'email' } as const;

function choicesOf(item: IntakeItem): readonly string[] | null {
  if (item.kind === 'yes_no') return ['Yes', 'No'];
  return item.kind === 'choice' ? item.choices : null;
}

function IntakeControl({
  item,
  value,
  onChange,
}: {
  item: IntakeItem;
  value: string;
  onChange: (value: string) => void;
}) {
  const choices = choicesOf(item);
  if (choices) {
    return (
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Not asked yet</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  const type = item.kind === 'choice' || item.kind === 'yes_no' ? 'text' : inputTypes[item.kind];
  return (
    <TextInput
      type={type}
      inputMode={item.kind === 'number' ? 'decimal' : undefined}
      value={value}
      maxLength={2_000}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What the briefing asks to find out, one field each. */
export function IntakeFields({ intake, values, onChange }: IntakeFieldsProps) {
  if (intake.length === 0) return null;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="eyebrow mb-1">Ask the caller for</legend>
      {intake.map((item) => (
        <Field key={item.id} name={`intake.${item.id}`} label={item.label} isOptional={!item.required}>
          <IntakeControl
            item={item}
            value={values[item.id] ?? ''}
            onChange={(value) => onChange({ [item.id]: value })}
          />
        </Field>
      ))}
    </fieldset>
  );
}
