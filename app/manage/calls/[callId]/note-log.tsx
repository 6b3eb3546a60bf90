import type { Note } from '@/domain/calls/model';
import { Time } from '@/ui/time';

const kindWords: Record<Note['kind'], string> = {
  point: '',
  question: 'Question to the client: ',
  correction: 'Correction: ',
};

/** The points of the log, oldest first. What was corrected stays readable, and says so. */
export function NoteLog({ notes, zone }: { notes: readonly Note[]; zone: string | null }) {
  const corrected = new Set(notes.map((note) => note.correctsNoteId));
  return (
    <ol className="border-t border-line">
      {notes.map((note) => (
        <li key={note.id} className="border-b border-line py-2">
          <p className="max-w-[66ch] whitespace-pre-line">
            {kindWords[note.kind] ? <span className="font-semibold">{kindWords[note.kind]}</span> : null}
            {corrected.has(note.id) ? <del className="text-ink-soft">{note.text}</del> : note.text}
            {corrected.has(note.id) ? <span className="text-ink-soft"> (corrected below)</span> : null}
          </p>
          <p className="text-[13px] text-ink-soft">
            {note.byName}, <Time at={note.at} zone={zone} />
          </p>
        </li>
      ))}
    </ol>
  );
}
