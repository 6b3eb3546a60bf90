'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { CoachingNote } from '@/domain/coaching/model';
import { CoachingNoteCard } from '@/ui/coaching-note-card';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { AnswerForm } from './answer-form';
import { useSeen } from './use-seen';

function OwnNote({ note }: { note: CoachingNote }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const answer = useMutation(
    api.scores.answerNote.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.scores.pathKey() }),
    }),
  );
  return (
    <li className="border-b border-line py-4">
      <CoachingNoteCard note={note}>
        <AnswerForm
          key={note.answer}
          id={note.id}
          answer={note.answer}
          to={note.reviewedByName}
          isBusy={answer.isPending}
          error={answer.error}
          onAnswer={(words) => answer.mutate({ reviewId: note.id, words })}
        />
      </CoachingNoteCard>
    </li>
  );
}

/** Notes to one's own escalations, the newest first; what is shown counts as seen. */
export function OwnNotes() {
  const api = useTRPC();
  const asked = { limit: 20 };
  const list = usePages(api.scores.ownNotes.infiniteQueryKey(asked), (page) =>
    api.scores.ownNotes.queryOptions({ ...asked, ...page }),
  );
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useSeen(
    'reviewIds',
    shown.filter(({ seenAt }) => seenAt === null).map(({ id }) => id),
  );
  return (
    <PagedList
      query={list}
      many="notes"
      rowHeight={120}
      empty={
        <EmptyState title="No note so far.">
          When an account manager looks at an escalation you began, a note to you appears here.
        </EmptyState>
      }
    >
      {(notes) => (
        <ol className="border-t border-line">
          {notes.map((note) => (
            <OwnNote key={note.id} note={note} />
          ))}
        </ol>
      )}
    </PagedList>
  );
}
