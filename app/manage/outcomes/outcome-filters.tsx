'use client';

import { outcomeGroupings } from '@/domain/reports/model';
import { Field, Select, TextInput } from '@/ui/field';
import type { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { groupingWords, spans } from './outcome-words';

export type OutcomeFilterNames = 'by' | 'days' | 'from' | 'to' | 'client';
export type Filters = ReturnType<typeof useFilters<OutcomeFilterNames>>;

const spanWords = (days: number) => (days === 365 ? 'Last 365 days' : `Last ${days} days`);

export type OutcomeFiltersProps = {
  filters: Filters;
  /** What is looked at now: local days. */
  from: string;
  to: string;
  days: number | null;
};

/** What is put side by side, and of which time. A span of days, or two days of one's own. */
export function OutcomeFilters({ filters, from, to, days }: OutcomeFiltersProps) {
  return (
    <>
      <Field label="By">
        <Select
          value={filters.get('by') ?? 'playbook'}
          onChange={(event) => filters.set('by', event.target.value)}
        >
          {outcomeGroupings.map((by) => (
            <option key={by} value={by}>
              {groupingWords[by]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Time">
        <Select
          value={days ?? ''}
          onChange={(event) => filters.change({ days: event.target.value, from: null, to: null })}
        >
          {days === null ? <option value="">These days</option> : null}
          {spans.map((span) => (
            <option key={span} value={span}>
              {spanWords(span)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From">
        <TextInput
          type="date"
          value={from}
          onChange={(event) => filters.change({ from: event.target.value, to, days: null })}
        />
      </Field>
      <Field label="To">
        <TextInput
          type="date"
          value={to}
          onChange={(event) => filters.change({ to: event.target.value, from, days: null })}
        />
      </Field>
      <ClientPicker value={filters.get('client')} onChange={(id) => filters.set('client', id)} />
    </>
  );
}
