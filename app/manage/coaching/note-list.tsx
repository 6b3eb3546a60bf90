'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { CoachingNoteCard } from '@/ui/coaching-note-card';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';

/** Notes to operators about their escalations, the newest first. */
export function NoteList({ operatorId }: { operatorId: string | null }) {
  const api = useTRPC();
  const asked = { limit: 20, ...(operatorId && { operatorId }) };
  const list = usePages(api.scores.notes.infiniteQueryKey(asked), (page) =>
    api.scores.notes.queryOptions({ ...asked, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="notes"
      rowHeight={120}
      empty={
        <EmptyState title="No note was written yet.">
          The verdict on an escalation can carry a note to whoever began it.
        </EmptyState>
      }
    >
      {(notes) => (
        <ol className="border-t border-line">
          {notes.map((note) => (
            <li key={note.id} className="border-b border-line py-4">
              <CoachingNoteCard note={note}>
                <p>
                  To {note.operatorName}.{' '}
                  <Link
                    href={`/manage/escalations/${note.escalationId}`}
                    className="text-accent underline underline-offset-2"
                  >
                    The escalation
                  </Link>
                </p>
              </CoachingNoteCard>
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  );
}
