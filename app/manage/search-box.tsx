'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { Field, TextInput } from '@/ui/field';

export type SearchBoxProps = { label: string; value: string; onSearch: (text: string) => void };

const PAUSE_MS = 250;

/** Searches while one types, without a press. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState({ text: value, from: value });
  // The address changed from outside ("clear filters"): the box follows.
  if (typed.from !== value) setTyped({ text: typed.text.trim() === value ? typed.text : value, from: value });
  const search = useEffectEvent(onSearch);
  const text = typed.text.trim();
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => search(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Field label={label} className="w-64 max-w-full">
      <TextInput
        type="search"
        value={typed.text}
        onChange={(event) => setTyped({ text: event.target.value, from: value })}
      />
    </Field>
  );
}
