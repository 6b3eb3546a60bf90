import type { Note } from '@/domain/calls/model';

export type CorrectedNote = { note: Note; corrections: Note[] };

/**
 * The points of a log, each with the corrections that were made to it, in order. A correction of a correction stands
 * beside the point that was wrong first; one of nothing in this list is a point of its own.
 */
export function correctedNotes(notes: readonly Note[]): CorrectedNote[] {
  const places = new Map<string, CorrectedNote>();
  const points: CorrectedNote[] = [];
  for (const note of notes) {
    const corrected = note.correctsNoteId === null ? undefined : places.get(note.correctsNoteId);
    const place = corrected ?? { note, corrections: [] };
    if (corrected === undefined) points.push(place);
    else corrected.corrections.push(note);
    places.set(note.id, place);
  }
  return points;
}
