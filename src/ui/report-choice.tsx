'use client';

import type { ReactNode } from 'react';
import { Field, Select, TextInput } from './field';
import { reportSpans, type ReportDays, type ReportFilters } from './use-report-days';

export type ReportChoiceProps<Name extends string> = {
  filters: ReportFilters;
  days: ReportDays | null;
  /** What can be looked at, under the names it has in the address. */
  reports: Readonly<Partial<Record<Name, string>>>;
  report: Name;
  /** Whether the days and the clients can be put side by side. */
  isGrouped: boolean;
  by: 'day' | 'client';
  /** The client's own people see their own alone. */
  children?: ReactNode;
};

/** Which report, by what, of which days. */
export function ReportChoice<Name extends string>(props: ReportChoiceProps<Name>) {
  const { filters, days, reports, report, isGrouped, by, children } = props;
  const span = { from: days?.from ?? '', to: days?.to ?? '' };
  return (
    <>
      <Field label="Report">
        <Select value={report} onChange={(event) => filters.set('report', event.target.value)}>
          {Object.entries<string | undefined>(reports).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {isGrouped ? (
        <Field label="By">
          <Select value={by} onChange={(event) => filters.set('by', event.target.value)}>
            <option value="day">Day</option>
            <option value="client">Client</option>
          </Select>
        </Field>
      ) : null}
      <Field label="Time">
        <Select
          value={days?.days ?? ''}
          onChange={(event) => filters.change({ days: event.target.value, from: null, to: null })}
        >
          {days?.days ? null : <option value="">These days</option>}
          {reportSpans.map((length) => (
            <option key={length} value={length}>
              Last {length} days
            </option>
          ))}
        </Select>
      </Field>
      <Field label="From">
        <TextInput
          type="date"
          value={span.from}
          onChange={(event) => filters.change({ from: event.target.value, to: span.to, days: null })}
        />
      </Field>
      <Field label="To">
        <TextInput
          type="date"
          value={span.to}
          onChange={(event) => filters.change({ to: event.target.value, from: span.from, days: null })}
        />
      </Field>
      {children}
    </>
  );
}
