'use client';

import { memo, useLayoutEffect, useMemo, useRef, useState, type ComponentProps, type UIEvent } from 'react';
import type { Note } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { NoteList } from './note-list';

/** As many points as are drawn at once: a long call stays as quick as a short one. */
const SHOWN = 60;
const NEAR_PX = 40;

type Waiting = NonNullable<ComponentProps<typeof NoteList>['waiting']>;

/** Drawn anew only when a point comes: not at every keystroke in another field. */
const Points = memo(NoteList);

/** The call's log in a place of its own, so that points coming in move nothing else; the newest are in sight. */
export function CallLog({ notes, waiting }: { notes: readonly Note[]; waiting: Waiting }) {
  const [isWhole, setIsWhole] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const known = useMemo(() => new Set(notes.map(({ id }) => id)), [notes]);
  const fresh = useSteady(waiting.filter((entry) => !known.has(entry.noteId)));
  const shown = useMemo(() => (isWhole ? notes : notes.slice(-SHOWN)), [isWhole, notes]);
  const hidden = notes.length - shown.length;
  const count = notes.length + fresh.length;

  // Whoever reads earlier points is not torn away by a colleague's; one's own always shows.
  const isAtEnd = useRef(true);
  const ownCount = fresh.length;
  useLayoutEffect(() => {
    if (isAtEnd.current || ownCount > 0) pane.current?.scrollTo({ top: pane.current.scrollHeight });
  }, [count, ownCount]);
  const follow = ({ currentTarget: at }: UIEvent<HTMLElement>) => {
    isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_PX;
  };
  const showAll = () => {
    setIsWhole(true);
    // The button goes, the focus must not.
    pane.current?.focus();
  };

  return (
    <section
      ref={pane}
      aria-label="Log"
      tabIndex={0}
      onScroll={follow}
      className="relative h-[20%] min-h-28 shrink-0 overflow-y-auto max-sm:h-20 max-sm:min-h-20 border-t border-line px-4 py-2 -outline-offset-2"
    >
      <h2 className="font-semibold">
        Log{count === 0 ? '' : <span className="font-normal text-ink-soft">, {pointWords(count)}</span>}
      </h2>
      {hidden > 0 ? (
        <Button size="compact" onClick={showAll}>
          Show {hidden} earlier {hidden === 1 ? 'point' : 'points'}
        </Button>
      ) : null}
      {count === 0 ? (
        <p className="text-ink-soft">
          No points yet. Type below while the caller speaks; Enter adds a point.
        </p>
      ) : (
        <Points notes={shown} waiting={fresh} />
      )}
    </section>
  );
}

const pointWords = (count: number) => (count === 1 ? '1 point' : `${count} points`);

const writtenOf = (waiting: Waiting) =>
  waiting.map(({ key, revision, refusal }) => `${key} ${revision} ${refusal ?? ''}`).join('\n');

/** The same list as long as it says the same: entries of the outbox are listed anew at every keystroke. */
function useSteady(waiting: Waiting): Waiting {
  const [steady, setSteady] = useState(waiting);
  if (writtenOf(steady) === writtenOf(waiting)) return steady;
  setSteady(waiting);
  return waiting;
}
