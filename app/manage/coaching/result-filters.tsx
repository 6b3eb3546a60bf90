'use client';

import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { Field, Select, TextInput } from '@/ui/field';
import { ClientPicker } from '../client-picker';
import type { SpanFilters } from './use-result-span';

export type ResultFiltersProps = {
  filters: SpanFilters;
  from: string;
  to: string;
  by: 'week' | 'month';
  children?: ReactNode;
};

/** Of which time results are told, and by week or month. */
export function ResultFilters({ filters, from, to, by, children }: ResultFiltersProps) {
  return (
    <>
      {children}
      <Field label="By">
        <Select value={by} onChange={({ target }) => filters.set('by', target.value)}>
          <option value="month">Month</option>
          <option value="week">Week</option>
        </Select>
      </Field>
      <Field label="From">
        <TextInput type="date" value={from} onChange={({ target }) => filters.set('from', target.value)} />
      </Field>
      <Field label="To">
        <TextInput type="date" value={to} onChange={({ target }) => filters.set('to', target.value)} />
      </Field>
      <ClientPicker value={filters.get('client')} onChange={(id) => filters.set('client', id)} />
      {filters.isAny ? (
        <Button variant="quiet" onClick={filters.clear}>
          Clear filters
        </Button>
      ) : null}
    </>
  );
}
