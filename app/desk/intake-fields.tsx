'use client';

import { useState } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { intakeProblem } from '@/domain/calls/intake-problems';
import { Field, Select, TextInput } from '@/ui/field';
import { completePhone } from '@/ui/phone';

type IntakeItem = BriefingContent['intake'][number];
type IntakeFieldsProps = {
  intake: readonly IntakeItem[];
  values: Readonly<Record<string, string>>;
  /** The number that was dialled: a caller's number without a country code is one of its country. */
  dialled: string;
  onChange: (values: Record<string, string>) => void;
};

const inputTypes = { text: 'text', number: 'text', phone: 'tel', email: 'email' } as const;

function choicesOf(item: IntakeItem): readonly string[] | null {
  if (item.kind === 'yes_no') return ['Yes', 'No'];
  return item.kind === 'choice' ? item.choices : null;
}

type IntakeControlProps = {
  item: IntakeItem;
  value: string;
  onChange: (value: string) => void;
  onLeave: () => void;
};

function IntakeControl({ item, value, onChange, onLeave }: IntakeControlProps) {
  const choices = choicesOf(item);
  if (choices) {
    const isUnknown = value !== '' && !choices.includes(value);
    return (
      <Select value={value} onChange={(event) => onChange(event.target.value)} onBlur={onLeave}>
        <option value="">Not asked yet</option>
        {isUnknown ? <option value={value}>{value}</option> : null}
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
      onBlur={onLeave}
    />
  );
}

type IntakeFieldProps = {
  item: IntakeItem;
  value: string;
  dialled: string;
  onChange: (value: string) => void;
};

/** Half an answer is not called wrong; once it was left, its words follow every keystroke. */
function IntakeField({ item, value, dialled, onChange }: IntakeFieldProps) {
  const [wasLeft, setWasLeft] = useState(value !== '');
  const leave = () => {
    setWasLeft(value.trim() !== '');
    const whole = item.kind === 'phone' ? completePhone(value, dialled) : value;
    if (whole !== value) onChange(whole);
  };
  return (
    <Field
      name={`intake.${item.id}`}
      label={item.label}
      isOptional={!item.required}
      error={wasLeft ? intakeProblem(item, value) : null}
    >
      <IntakeControl item={item} value={value} onChange={onChange} onLeave={leave} />
    </Field>
  );
}

/** What the briefing and the call type ask to find out, one field each. */
export function IntakeFields({ intake, values, dialled, onChange }: IntakeFieldsProps) {
  if (intake.length === 0) return null;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="eyebrow mb-1">Ask the caller for</legend>
      {intake.map((item) => (
        <IntakeField
          key={item.id}
          item={item}
          value={values[item.id] ?? ''}
          dialled={dialled}
          onChange={(value) => onChange({ [item.id]: value })}
        />
      ))}
    </fieldset>
  );
}
