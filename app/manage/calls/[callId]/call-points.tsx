'use client';

import { useState } from 'react';
import type { CallCard, Note } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { NoteLog } from '@/ui/note-log';
import { CorrectionForm } from './correction-form';

/** The points of the log; those of a call that is over can be corrected. */
export function CallPoints({ call, notes }: { call: CallCard; notes: readonly Note[] }) {
  const [corrected, setCorrected] = useState<Note | null>(null);
  const isClosed = call.state === 'closed';
  const correct = (note: Note) => (
    <Button
      size="compact"
      variant="quiet"
      aria-label={`Correct: ${note.text.slice(0, 80)}`}
      onClick={() => setCorrected(note)}
    >
      Correct
    </Button>
  );
  return (
    <>
      {notes.length > 0 ? (
        <NoteLog notes={notes} zone={call.clientTimeZone} {...(isClosed ? { actions: correct } : {})} />
      ) : (
        <EmptyState title="Nothing was written down." />
      )}
      {isClosed ? (
        <CorrectionForm call={call} corrected={corrected} onCorrected={() => setCorrected(null)} />
      ) : null}
    </>
  );
}
