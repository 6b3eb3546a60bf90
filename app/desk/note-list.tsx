'use client';

import type { Note } from '@/domain/calls/model';
import { Time } from '@/ui/time';
import type { OutboxEntry } from './outbox';

type WaitingNote = Extract<OutboxEntry, { kind: 'note' | 'question' }>;

const kindWords: Record<Note['kind'], string> = {
  point: '',
  question: 'Question to the client: ',
  correction: 'Correction: ',
};

/** The call's log, the oldest point first; points that are on this computer only say so. */
export function NoteList({
  notes,
  waiting = [],
}: {
  notes: readonly Note[];
  waiting?: readonly WaitingNote[];
}) {
  const accepted = new Set(notes.map((note) => note.id));
  return (
    <ol className="flex flex-col">
      {notes.map((note) => (
        <li key={note.id} className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-line py-1.5">
          <p className="min-w-0 whitespace-pre-line">
            {note.kind === 'point' ? null : <span className="font-semibold">{kindWords[note.kind]}</span>}
            {note.text}
          </p>
          <p className="text-[13px] text-ink-soft">
            <Time at={note.at} show="absolute" />
          </p>
        </li>
      ))}
      {waiting
        .filter((entry) => !accepted.has(entry.noteId))
        .map((entry) => (
          <li key={entry.noteId} className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-line py-1.5">
            <p className="min-w-0 whitespace-pre-line">
              {entry.kind === 'question' ? <span className="font-semibold">{kindWords.question}</span> : null}
              {entry.text}
            </p>
            <p className="text-[13px] text-ink-soft">{entry.refusal === null ? 'Saving' : 'Not saved'}</p>
          </li>
        ))}
    </ol>
  );
}
