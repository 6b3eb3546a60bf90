'use client';

import type { ReactNode } from 'react';
import { useFormContext, type FieldPath } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { Field, Select, TextArea, TextInput } from '@/ui/field';
import { useEditing } from './editing';

export type DraftFieldProps = {
  name: FieldPath<BriefingContent>;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  /** For the one field of an item whose title says the same. */
  isLabelHidden?: boolean;
};

const heights = { 1: 'min-h-9', 2: 'min-h-14', 3: 'min-h-20' } as const;

/** One text of the draft: a single line, or with `rows` a box that grows with its text. */
export function TextField({ name, rows, ...field }: DraftFieldProps & { rows?: keyof typeof heights }) {
  const { register } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  return (
    <Field {...field} name={name} error={problemOf(name)}>
      {rows === undefined ? (
        <TextInput {...register(name)} autoComplete="off" />
      ) : (
        <TextArea
          {...register(name)}
          rows={rows}
          className={`field-sizing-content max-h-80 resize-none ${heights[rows]}`}
        />
      )}
    </Field>
  );
}

export type SelectFieldProps = DraftFieldProps & { options: readonly { value: string; words: string }[] };

export function SelectField({ name, options, ...field }: SelectFieldProps) {
  const { register } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  return (
    <Field {...field} name={name} error={problemOf(name)}>
      <Select {...register(name)}>
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
