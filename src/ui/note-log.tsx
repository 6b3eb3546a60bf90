import type { ReactNode } from 'react';
import type { Note } from '@/domain/calls/model';
import { correctedNotes } from './corrected-notes';
import { Time } from './time';

const kindWords: Record<Note['kind'], string> = {
  point: '',
  question: 'Question to the client: ',
  correction: 'Correction: ',
  abuse: 'Boundary named: ',
};

function Point({ note, zone, isWrong }: { note: Note; zone: string | null; isWrong: boolean }) {
  return (
    <>
      <p className="max-w-[66ch] whitespace-pre-line">
        {kindWords[note.kind] ? <span className="font-semibold">{kindWords[note.kind]}</span> : null}
        {isWrong ? <del className="text-ink-soft">{note.text}</del> : note.text}
        {isWrong ? <span className="text-ink-soft"> (corrected)</span> : null}
      </p>
      <p className="text-[13px] text-ink-soft">
        {note.byName}, <Time at={note.at} zone={zone} />
      </p>
    </>
  );
}

export type NoteLogProps = {
  notes: readonly Note[];
  zone: string | null;
  /** What can be done with a point, beside it. */
  actions?: (note: Note) => ReactNode;
};

/** The points of the log, oldest first. What was corrected stays readable, with the correction beside it. */
export function NoteLog({ notes, zone, actions }: NoteLogProps) {
  return (
    <ol className="border-t border-line">
      {correctedNotes(notes).map(({ note, corrections }) => (
        <li key={note.id} className="border-b border-line py-2">
          <div className="flex flex-wrap items-start gap-x-3">
            <div className="min-w-0 flex-1 basis-64">
              <Point note={note} zone={zone} isWrong={corrections.length > 0} />
            </div>
            {actions?.(note)}
          </div>
          {corrections.length > 0 ? (
            <ul className="mt-1 flex flex-col gap-1 border-l-4 border-line-strong pl-3">
              {corrections.map((correction, n) => (
                <li key={correction.id}>
                  <Point note={correction} zone={zone} isWrong={n < corrections.length - 1} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
