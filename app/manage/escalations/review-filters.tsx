'use client';

import { urgencies, type Urgency } from '@/domain/calls/model';
import { escalationStates, verdicts, type EscalationState } from '@/domain/escalations/model';
import { verdictWords } from '@/domain/reviews/verdict-words';
import { Choice, Field, Select, TextInput } from '@/ui/field';
import type { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { reviewChoices, type ReviewFilterName } from './review-input';

const stateWords: Record<EscalationState, string> = {
  open: 'Trying',
  unanswered: 'No answer',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
};

const urgencyWords: Record<Urgency, string> = {
  routine: 'Routine',
  urgent: 'Urgent',
  emergency: 'Emergency',
};

const reviewWords: Record<(typeof reviewChoices)[number], string> = {
  wanted: 'To review',
  reviewed: 'Reviewed',
  all: 'All escalations',
};

type ChoiceProps<One extends string> = {
  label: string;
  all: string | null;
  choices: readonly One[];
  words: (one: One) => string;
  value: string;
  onChange: (value: string) => void;
};

function FilterChoice<One extends string>({ label, all, choices, words, value, onChange }: ChoiceProps<One>) {
  return (
    <Field label={label} className="w-40">
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        {all === null ? null : <option value="">{all}</option>}
        {choices.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export type ReviewFiltersProps = {
  filters: Pick<ReturnType<typeof useFilters<ReviewFilterName>>, 'get' | 'set'>;
};

/** The filters of the inbox; all of them stand in the address. */
export function ReviewFilters({ filters: { get, set } }: ReviewFiltersProps) {
  return (
    <>
      <FilterChoice
        label="Review"
        all={null}
        choices={reviewChoices}
        words={(one) => reviewWords[one]}
        value={get('review') ?? 'wanted'}
        onChange={(value) => set('review', value === 'wanted' ? null : value)}
      />
      <ClientPicker value={get('client')} onChange={(id) => set('client', id)} />
      <FilterChoice
        label="State"
        all="All states"
        choices={escalationStates}
        words={(one) => stateWords[one]}
        value={get('state') ?? ''}
        onChange={(value) => set('state', value)}
      />
      <FilterChoice
        label="Urgency"
        all="All"
        choices={urgencies}
        words={(one) => urgencyWords[one]}
        value={get('urgency') ?? ''}
        onChange={(value) => set('urgency', value)}
      />
      <FilterChoice
        label="Verdict"
        all="Any or none"
        choices={verdicts}
        words={verdictWords}
        value={get('verdict') ?? ''}
        onChange={(value) => set('verdict', value)}
      />
      <Field label="From">
        <TextInput
          type="date"
          value={get('from') ?? ''}
          onChange={(event) => set('from', event.target.value)}
        />
      </Field>
      <Field label="To">
        <TextInput type="date" value={get('to') ?? ''} onChange={(event) => set('to', event.target.value)} />
      </Field>
      <div className="flex min-h-9 items-center">
        <Choice
          type="checkbox"
          label="Missed a target"
          checked={get('late') === '1'}
          onChange={(event) => set('late', event.target.checked ? '1' : null)}
        />
      </div>
    </>
  );
}
