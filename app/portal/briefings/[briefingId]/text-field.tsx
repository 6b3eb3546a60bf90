'use client';

import type { ReactNode } from 'react';
import { useFormContext, type FieldPath } from 'react-hook-form';
import type { BriefingContent, Language } from '@/domain/briefings/model';
import { Field, Select, TextArea, TextInput } from '@/ui/field';
import { useEditing } from './editing';

type DraftFieldProps = {
  name: FieldPath<BriefingContent>;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  /** For the one field of an item whose title says the same. */
  isLabelHidden?: boolean;
  /** Said below the field, and read out with it. */
  below?: ReactNode;
};

const heights = { 1: 'min-h-9', 2: 'min-h-14', 3: 'min-h-20' } as const;

export type TextFieldProps = DraftFieldProps & {
  rows?: keyof typeof heights;
  /** Where it is not the language of this page: for spelling, voices and the direction of writing. */
  language?: Language;
};

/** One text of the draft: a single line, or with `rows` a box that grows with its text. */
export function TextField({ name, rows, language, ...field }: TextFieldProps) {
  const { register } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  const written = language ? { lang: language, dir: 'auto' } : {};
  return (
    <Field {...field} name={name} error={problemOf(name)}>
      {rows === undefined ? (
        <TextInput {...register(name)} {...written} autoComplete="off" />
      ) : (
        <TextArea
          {...register(name)}
          {...written}
          rows={rows}
          className={`field-sizing-content max-h-80 resize-none ${heights[rows]}`}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = DraftFieldProps & { options: readonly { value: string; words: string }[] };

export function SelectField({ name, options, ...field }: SelectFieldProps) {
  const { register } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  return (
    <Field {...field} name={name} error={problemOf(name)}>
      <Select {...register(name)} className="max-sm:min-h-11">
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
