'use client';

import { useState, type Ref } from 'react';
import { Button } from './button';
import { Field, TextInput } from './field';
import { syncedNow } from './now';
import { zonePlace } from './time-words';
import { instantOf, wallTimeOf } from './zoned-time';

export type ZonedTimeFieldProps = {
  label: string;
  /** The IANA name of the zone whose clocks are meant. */
  zone: string;
  /** An instant, RFC 3339. */
  value: string | null;
  onChange: (instant: string | null) => void;
  name?: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  isOptional?: boolean;
  /** Offers to fill in the present time. */
  hasNow?: boolean;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
};

const readingWords = {
  once: '',
  twice: ' The clocks go back that night, so this time comes twice; the first one is meant.',
  missing: ' The clocks go forward over this time; it counts as',
} as const;

/** A date and time by the clocks of a place. Outside, it is an instant; only this field knows the wall time. */
export function ZonedTimeField(props: ZonedTimeFieldProps) {
  const { label, zone, value, onChange, name, hint, error, isOptional, hasNow = false } = props;
  const { onBlur, inputRef } = props;
  const shown = value === null ? '' : wallTimeOf(value, zone);
  const [typed, setTyped] = useState({ text: shown, instant: value });
  // The value was changed from outside (a colleague's version was loaded): what was typed here is over.
  if (typed.instant !== value) setTyped({ text: shown, instant: value });

  const take = (text: string) => {
    const next = text === '' ? null : (instantOf(text, zone)?.instant ?? null);
    setTyped({ text, instant: next });
    onChange(next);
  };
  const reading = typed.text === '' ? 'once' : (instantOf(typed.text, zone)?.reading ?? 'once');
  const moved = reading === 'missing' && value !== null ? ` ${wallTimeOf(value, zone).slice(11)}.` : '';

  return (
    <Field
      {...(name === undefined ? {} : { name })}
      {...(isOptional === undefined ? {} : { isOptional })}
      label={label}
      error={error}
      hint={`${hint ? `${hint} ` : ''}${zonePlace(zone)} time.${readingWords[reading]}${moved}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <TextInput
          ref={inputRef}
          type="datetime-local"
          className="w-auto! max-w-full"
          value={typed.text}
          onChange={(event) => take(event.target.value)}
          onBlur={onBlur}
        />
        {hasNow ? (
          <Button
            variant="quiet"
            onClick={() => take(wallTimeOf(syncedNow().toISOString(), zone).slice(0, 16))}
          >
            Now
          </Button>
        ) : null}
        {value !== null ? (
          <Button variant="quiet" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => take('')}>
            Clear
          </Button>
        ) : null}
      </div>
    </Field>
  );
}
