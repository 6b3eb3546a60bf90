'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { useLiveEvent } from '@/ui/live-updates';

function isSame(one: Briefing, other: Briefing): boolean {
  return (
    one.draftRevision === other.draftRevision &&
    one.currentVersion === other.currentVersion &&
    one.review === other.review &&
    (one.unapprovedSince === null) === (other.unapprovedSince === null)
  );
}

/** The briefing as it was when the reader began: what is approved is what was read, never what came in since. */
export function useReading(briefingId: string) {
  const api = useTRPC();
  const query = useQuery(api.briefings.get.queryOptions({ briefingId }, { refetchOnMount: 'always' }));
  const [reading, setReading] = useState<Briefing | null>(null);
  const { refetch } = query;
  useLiveEvent((event) => {
    if (event.type === 'briefing.saved' && event.briefing.id === briefingId) void refetch();
  });
  // The first answer that is fresh, and afterwards only what the reader asks for.
  if (reading === null && query.data && query.isFetchedAfterMount) setReading(query.data);
  const changed = reading && query.data && !isSame(reading, query.data) ? query.data : null;
  return {
    reading,
    /** What is there now, where that is something else. */
    changed,
    error: reading === null ? query.error : null,
    retry: () => void refetch(),
    take: setReading,
    /** Reads again what a server has refused to approve for being old. */
    readAgain: () => void refetch().then(({ data }) => data && setReading(data)),
  };
}
