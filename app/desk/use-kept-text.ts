'use client';

import { useState } from 'react';

const PREFIX = 'calmline.desk-text';

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** A text that survives leaving the page, under a name of its own; '' forgets it. Where storage is forbidden it lives as long as the page. */
export function useKeptText(name: string): [text: string, write: (text: string) => void] {
  const key = `${PREFIX}.${name}`;
  const [text, setText] = useState(() => read(key));
  const write = (next: string) => {
    setText(next);
    try {
      if (next === '') localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // Storage is full or forbidden: the text stands in the field all the same.
      return;
    }
  };
  return [text, write];
}
