'use client';

import { useState } from 'react';
import { useController, useFormContext, type FieldPathByValue } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { zonePlace } from '@/ui/time-words';
import { useEditing } from './editing';
import { instantOf, wallTimeOf } from './zoned-time';

export type LocalTimeFieldProps = {
  name: FieldPathByValue<BriefingContent, string | null>;
  label: string;
  hint?: string;
  /** Offers to fill in the present time. */
  hasNow?: boolean;
};

const readingWords = {
  once: '',
  twice: ' The clocks go back that night, so this time comes twice; the first one is meant.',
  missing: ' The clocks go forward over this time; it counts as',
} as const;

/** A date and time by the client's clocks. The form holds the instant; only this field knows the wall time. */
export function LocalTimeField({ name, label, hint, hasNow = false }: LocalTimeFieldProps) {
  const { zone, problemOf } = useEditing();
  const { control } = useFormContext<BriefingContent>();
  const {
    field: { value: instant, onChange, onBlur, ref: input },
  } = useController({ control, name });
  const shown = instant === null ? '' : wallTimeOf(instant, zone);
  const [typed, setTyped] = useState({ text: shown, instant });
  // The value was changed from outside (a colleague's version was loaded): what was typed here is over.
  if (typed.instant !== instant) setTyped({ text: shown, instant });

  const take = (text: string) => {
    const next = text === '' ? null : (instantOf(text, zone)?.instant ?? null);
    setTyped({ text, instant: next });
    onChange(next);
  };
  const reading = typed.text === '' ? 'once' : (instantOf(typed.text, zone)?.reading ?? 'once');
  const moved = reading === 'missing' && instant !== null ? ` ${wallTimeOf(instant, zone).slice(11)}.` : '';

  return (
    <Field
      name={name}
      label={label}
      isOptional
      error={problemOf(name)}
      hint={`${hint ? `${hint} ` : ''}${zonePlace(zone)} time.${readingWords[reading]}${moved}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <TextInput
          ref={input}
          type="datetime-local"
          className="w-auto! max-w-full"
          value={typed.text}
          onChange={(event) => take(event.target.value)}
          onBlur={onBlur}
        />
        {hasNow ? (
          <Button
            variant="quiet"
            onClick={() => take(wallTimeOf(new Date().toISOString(), zone).slice(0, 16))}
          >
            Now
          </Button>
        ) : null}
        {instant !== null ? (
          <Button variant="quiet" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => take('')}>
            Clear
          </Button>
        ) : null}
      </div>
    </Field>
  );
}
