'use client';

import type { ReactNode } from 'react';
import type { Note } from '@/domain/calls/model';
import { correctedNotes } from '@/ui/corrected-notes';
import { Time } from '@/ui/time';
import type { OutboxEntry } from './outbox';

type WaitingNote = Extract<OutboxEntry, { kind: 'note' | 'question' | 'abuse' }>;

const kindWords: Record<Note['kind'], string> = {
  point: '',
  question: 'Question to the client: ',
  correction: 'Correction: ',
  abuse: 'Boundary named: ',
};

type PointProps = { kind: Note['kind']; text: string; isWrong?: boolean; when: ReactNode };

function Point({ kind, text, isWrong = false, when }: PointProps) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3">
      <p className="min-w-0 whitespace-pre-line">
        {kindWords[kind] === '' ? null : <span className="font-semibold">{kindWords[kind]}</span>}
        {isWrong ? (
          <>
            <del className="text-ink-soft">{text}</del> <span className="text-ink-soft">(corrected)</span>
          </>
        ) : (
          text
        )}
      </p>
      <p className="text-[13px] text-ink-soft">{when}</p>
    </div>
  );
}

const kindOf = (entry: WaitingNote): Note['kind'] =>
  entry.kind === 'note' ? (entry.noteKind ?? 'point') : entry.kind;

const Waiting = ({ entry }: { entry: WaitingNote }) => (
  <Point
    kind={kindOf(entry)}
    text={entry.text}
    when={entry.refusal === null ? 'Saving' : <span className="text-critical">Not saved</span>}
  />
);

const correctsOf = (entry: WaitingNote) => (entry.kind === 'note' ? entry.correctsNoteId : undefined);

const line = 'border-b border-line py-1.5';
const beside = 'mt-1 flex flex-col gap-1 border-l-4 border-line-strong pl-3';

/**
 * The call's log, the oldest point first, each with the corrections made to it beside it; what is on this computer only
 * says so.
 */
export function NoteList({
  notes,
  waiting = [],
  actions,
}: {
  notes: readonly Note[];
  waiting?: readonly WaitingNote[];
  /** What can be done with a point, below it. */
  actions?: (note: Note) => ReactNode;
}) {
  const known = new Set(notes.map((note) => note.id));
  const fresh = waiting.filter((entry) => !known.has(entry.noteId));
  const rows = correctedNotes(notes).map((row) => {
    const ids = new Set([row.note, ...row.corrections].map(({ id }) => id));
    return { ...row, ownWaiting: fresh.filter((entry) => ids.has(correctsOf(entry) ?? '')) };
  });
  return (
    <ol className="flex flex-col">
      {rows.map(({ note, corrections, ownWaiting }) => {
        const count = corrections.length + ownWaiting.length;
        return (
          <li key={note.id} className={line}>
            <Point
              kind={note.kind}
              text={note.text}
              isWrong={count > 0}
              when={<Time at={note.at} show="absolute" />}
            />
            {count > 0 ? (
              <ul className={beside}>
                {corrections.map((correction, n) => (
                  <li key={correction.id}>
                    <Point
                      kind={correction.kind}
                      text={correction.text}
                      isWrong={n < count - 1}
                      when={<Time at={correction.at} show="absolute" />}
                    />
                  </li>
                ))}
                {ownWaiting.map((entry) => (
                  <li key={entry.noteId}>
                    <Waiting entry={entry} />
                  </li>
                ))}
              </ul>
            ) : null}
            {actions?.(note)}
          </li>
        );
      })}
      {fresh
        .filter((entry) => !known.has(correctsOf(entry) ?? ''))
        .map((entry) => (
          <li key={entry.noteId} className={line}>
            <Waiting entry={entry} />
          </li>
        ))}
    </ol>
  );
}
