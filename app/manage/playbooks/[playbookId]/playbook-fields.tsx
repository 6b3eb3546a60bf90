'use client';

import { createContext, use, type ReactNode } from 'react';
import { useFormContext, type FieldPath } from 'react-hook-form';
import { Field, Select, TextArea, TextInput } from '@/ui/field';
import type { DraftProblem, PlaybookDraft } from './playbook-draft';

/** What stands in the way of saving, for the fields it concerns. */
export const ProblemsContext = createContext<readonly DraftProblem[]>([]);

export function useProblemOf(): (field: string) => string | undefined {
  const problems = use(ProblemsContext);
  return (field) => problems.find((problem) => problem.field === field)?.words;
}

type FieldProps = {
  name: FieldPath<PlaybookDraft>;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  className?: string;
};

export function LineField({ name, ...field }: FieldProps) {
  const { register } = useFormContext<PlaybookDraft>();
  return (
    <Field {...field} name={name} error={useProblemOf()(name)}>
      <TextInput {...register(name)} autoComplete="off" />
    </Field>
  );
}

export function NumberField({ name, ...field }: FieldProps) {
  const { register } = useFormContext<PlaybookDraft>();
  return (
    <Field {...field} name={name} error={useProblemOf()(name)}>
      <TextInput {...register(name)} inputMode="numeric" autoComplete="off" className="w-24!" />
    </Field>
  );
}

/** Sentences, one a line. */
export function LinesField({ name, hint = 'One a line.', ...field }: FieldProps) {
  const { register } = useFormContext<PlaybookDraft>();
  return (
    <Field {...field} hint={hint} name={name} error={useProblemOf()(name)}>
      <TextArea {...register(name)} rows={3} className="field-sizing-content max-h-80 min-h-20" />
    </Field>
  );
}

type SelectFieldProps = FieldProps & { options: readonly { value: string; words: string }[] };

export function SelectField({ name, options, ...field }: SelectFieldProps) {
  const { register } = useFormContext<PlaybookDraft>();
  return (
    <Field {...field} name={name} error={useProblemOf()(name)}>
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

/** A part of the form under its heading. */
export function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-5 first:border-t-0 first:pt-0">
      <legend className="float-left w-full">
        <h2 className="text-base font-semibold">{title}</h2>
        {about ? (
          <span className="block max-w-[66ch] text-[13px] font-normal text-ink-soft">{about}</span>
        ) : null}
      </legend>
      <div className="clear-both flex flex-col gap-3">{children}</div>
    </fieldset>
  );
}
