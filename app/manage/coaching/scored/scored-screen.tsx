'use client';

import { useFilters } from '@/ui/use-filters';
import { CoachingPage } from '../coaching-page';
import { NoteList } from '../note-list';
import { PersonPicker } from '../person-picker';
import { ScoreList } from '../score-list';

/** What was scored and said lately, with what the operators answered. */
export function ScoredScreen() {
  const filters = useFilters('operator');
  const operatorId = filters.get('operator');
  return (
    <CoachingPage
      about="How calls were scored, the newest first, and what their operators said to it. Notes to escalations are told and answered in the same way."
      filters={<PersonPicker value={operatorId} onChange={(id) => filters.set('operator', id)} />}
    >
      <div className="grid gap-8 xl:grid-cols-2">
        <section aria-labelledby="scores" className="flex min-w-0 flex-col gap-2">
          <h2 id="scores" className="text-base font-semibold">
            Calls
          </h2>
          <ScoreList operatorId={operatorId} />
        </section>
        <section aria-labelledby="notes" className="flex min-w-0 flex-col gap-2">
          <h2 id="notes" className="text-base font-semibold">
            Notes to escalations
          </h2>
          <NoteList operatorId={operatorId} />
        </section>
      </div>
    </CoachingPage>
  );
}
