'use client';

import { useEffect, useState } from 'react';
import { deskDatabase } from './desk-database';

/** Where an earlier release kept such texts. */
const EARLIER = 'calmline.desk-text';

async function readText(name: string): Promise<string> {
  try {
    const database = await deskDatabase();
    const earlier = localStorage.getItem(`${EARLIER}.${name}`);
    if (earlier !== null) {
      await database.put('texts', earlier, name);
      localStorage.removeItem(`${EARLIER}.${name}`);
    }
    return (await database.get('texts', name)) ?? '';
  } catch {
    return '';
  }
}

/** @returns false where this browser keeps nothing: the text stands in the field all the same */
async function keepText(name: string, text: string): Promise<boolean> {
  try {
    const database = await deskDatabase();
    if (text === '') await database.delete('texts', name);
    else await database.put('texts', text, name);
    return true;
  } catch {
    return false;
  }
}

/** A text that survives leaving the page, under a name of its own; '' forgets it. Where storage is forbidden it lives as long as the page. */
export function useKeptText(name: string): [text: string, write: (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => {
    let isShown = true;
    const show = (kept: string) => {
      // What was typed before it had been read stays too.
      if (isShown && kept !== '') setText((typed) => (typed === '' ? kept : `${kept}\n${typed}`));
    };
    void readText(name).then(show);
    return () => {
      isShown = false;
    };
  }, [name]);
  const write = (next: string) => {
    setText(next);
    void keepText(name, next);
  };
  return [text, write];
}
