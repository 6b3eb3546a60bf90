'use client';

import { useState } from 'react';
import { v7 } from 'uuid';
import { useDesk } from './desk-context';

/** The text in the notes field: kept on this computer at every keystroke, on the server shortly after. */
export function useNoteDraft(callId: string, serverDraft: string | null) {
  const { entries, outbox } = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  const pending = entries.find((entry) => entry.callId === callId && entry.kind === 'draft');
  const text = typed ?? (pending?.kind === 'draft' ? pending.text : (serverDraft ?? ''));

  const write = (next: string) => {
    setTyped(next);
    outbox.put({ kind: 'draft', callId, text: next });
  };
  /** Turns the text into a point of the log. */
  const add = () => {
    const point = text.trim();
    if (point === '') return;
    outbox.put({ kind: 'note', callId, noteId: v7(), text: point });
    write('');
  };
  return { text, write, add };
}
