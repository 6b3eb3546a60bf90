'use client';

import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { Field, TextArea } from '@/ui/field';
import { useEditing } from './editing';

const listed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The answers a caller may choose from, one a line. */
export function ChoicesField({ index }: { index: number }) {
  const name = `intake.${index}.choices` as const;
  const { problemOf } = useEditing();
  const { control } = useFormContext<BriefingContent>();
  const {
    field: { value: choices, onChange, onBlur, ref: input },
  } = useController({ control, name });
  const [typed, setTyped] = useState(() => ({ text: choices.join('\n'), value: choices }));
  if (typed.value.join('\n') !== choices.join('\n')) {
    setTyped({ text: choices.join('\n'), value: choices });
  }
  return (
    <Field name={name} label="Choices" hint="One a line." error={problemOf(name)}>
      <TextArea
        ref={input}
        rows={3}
        className="field-sizing-content"
        value={typed.text}
        onBlur={onBlur}
        onChange={({ target }) => {
          const value = listed(target.value);
          setTyped({ text: target.value, value });
          onChange(value);
        }}
      />
    </Field>
  );
}
