'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { questionStates, type QuestionState } from '@/domain/questions/model';
import { Field, Select } from '@/ui/field';

const stateWords: Record<QuestionState, string> = {
  open: 'Open',
  answered: 'Answered',
  dismissed: 'Put aside',
};

export type QuestionFiltersProps = {
  clientId: string;
  state: QuestionState;
  briefingId: string | null;
  onState: (state: QuestionState) => void;
  onBriefing: (briefingId: string | null) => void;
};

export function QuestionFilters({ clientId, state, briefingId, onState, onBriefing }: QuestionFiltersProps) {
  const api = useTRPC();
  const briefings = useQuery(api.briefings.list.queryOptions({ clientId, limit: 100 }));
  // A draft was never read to anybody, so nobody can have asked about it.
  const asked = briefings.data?.items.filter(({ currentVersion }) => currentVersion > 0) ?? [];
  const isListed = briefingId === null || asked.some(({ id }) => id === briefingId);
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div role="group" aria-label="State" className="flex gap-1 rounded-md bg-sunken p-1">
        {questionStates.map((known) => (
          <button
            key={known}
            type="button"
            aria-pressed={state === known}
            onClick={() => onState(known)}
            className="min-h-9 rounded px-3 font-medium text-ink-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
          >
            {stateWords[known]}
          </button>
        ))}
      </div>
      <Field label="Briefing" className="w-72 max-w-full">
        <Select value={briefingId ?? ''} onChange={(event) => onBriefing(event.target.value || null)}>
          <option value="">All briefings</option>
          {isListed ? null : <option value={briefingId}>An earlier briefing</option>}
          {asked.map(({ id, headline }) => (
            <option key={id} value={id}>
              {headline}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
