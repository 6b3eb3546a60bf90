'use client';

import { Button } from '@/ui/button';

/** The points are written in the field at the bottom of the column. */
export function NotesStep({ count, onNotes }: { count: number; onNotes: () => void }) {
  const points = count === 1 ? '1 point so far.' : `${count === 0 ? 'No' : count} points so far.`;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-ink-soft tabular-nums">{points}</span>
      <Button size="compact" onClick={onNotes}>
        To the notes field
      </Button>
    </p>
  );
}
