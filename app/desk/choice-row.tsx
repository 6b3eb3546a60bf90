'use client';

import type { ReactNode } from 'react';
import { fieldId } from '@/ui/field-id';

type ChoiceRowProps<Value extends string> = {
  name: string;
  legend: ReactNode;
  options: readonly { value: Value; words: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** A row of choices of which one holds; arrows move between them, as with any radio buttons. */
export function ChoiceRow<Value extends string>({
  name,
  legend,
  options,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map((option, position) => (
          <label
            key={option.value}
            className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              id={position === 0 ? fieldId(name) : undefined}
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              className="size-3.5 accent-accent outline-none"
            />
            {option.words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
