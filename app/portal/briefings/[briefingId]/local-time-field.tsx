'use client';

import { useController, useFormContext, type FieldPathByValue } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { ZonedTimeField } from '@/ui/zoned-time-field';
import { useEditing } from './editing';

export type LocalTimeFieldProps = {
  name: FieldPathByValue<BriefingContent, string | null>;
  label: string;
  hint?: string;
  /** Offers to fill in the present time. */
  hasNow?: boolean;
};

/** A date and time of the draft by the client's clocks. */
export function LocalTimeField({ name, label, hint, hasNow = false }: LocalTimeFieldProps) {
  const { zone, problemOf } = useEditing();
  const { control } = useFormContext<BriefingContent>();
  const {
    field: { value, onChange, onBlur, ref },
  } = useController({ control, name });
  return (
    <ZonedTimeField
      name={name}
      label={label}
      hint={hint}
      zone={zone}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      error={problemOf(name)}
      isOptional
      hasNow={hasNow}
    />
  );
}
