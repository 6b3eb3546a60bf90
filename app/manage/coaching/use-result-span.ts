'use client';

import { useNow } from '@/ui/now';
import type { useFilters } from '@/ui/use-filters';
import { dayBefore } from '../outcomes/outcome-words';

export type SpanFilters = ReturnType<typeof useFilters<'from' | 'to' | 'by' | 'client' | 'operator'>>;

const USUAL_DAYS = 180;
const MINUTE_MS = 60_000;

/** The days that the address asks for, by the clock of this computer; null while nobody knows what day it is. */
export function useResultSpan(filters: SpanFilters) {
  const now = useNow(MINUTE_MS);
  if (now === null) return null;
  const by = filters.get('by') === 'week' ? ('week' as const) : ('month' as const);
  return {
    from: filters.get('from') ?? dayBefore(now, USUAL_DAYS),
    to: filters.get('to') ?? dayBefore(now, 0),
    by,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
