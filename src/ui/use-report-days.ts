'use client';

import { useNow } from './now';
import type { useFilters } from './use-filters';

export type ReportFilterNames = 'report' | 'by' | 'days' | 'from' | 'to' | 'client';
export type ReportFilters = ReturnType<typeof useFilters<ReportFilterNames>>;

export const reportSpans = [7, 30, 90, 365] as const;
const USUAL_DAYS = 30;
const MINUTE_MS = 60_000;

const two = (part: number) => String(part).padStart(2, '0');

/** The date on this computer's wall so many days before `now`. */
function dateBefore(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export type ReportDays = { from: string; to: string; days: number | null };

/** The days that the address asks for: two dates, or so many days up to today; null while nobody knows what day it is. */
export function useReportDays(filters: ReportFilters): ReportDays | null {
  const now = useNow(MINUTE_MS);
  const [from, to] = [filters.get('from'), filters.get('to')];
  if (from && to) return { from, to, days: null };
  if (now === null) return null;
  const days = reportSpans.find((span) => String(span) === filters.get('days')) ?? USUAL_DAYS;
  return { from: dateBefore(now, days - 1), to: dateBefore(now, 0), days };
}
