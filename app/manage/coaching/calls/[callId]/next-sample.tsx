'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTRPC } from '@/api/client';
import { buttonClasses } from '@/ui/button';

/** `isFocused`: this person has just saved, and goes on from here. */
export type NextSampleProps = { callId: string; ownId: string; isFocused?: boolean };

/** The next call that waits to be scored by this person, without going back to the list. */
export function NextSample({ callId, ownId, isFocused = false }: NextSampleProps) {
  const api = useTRPC();
  const samples = useQuery(api.scores.samples.queryOptions({ limit: 100 }));
  const next = samples.data?.items.find((sample) => sample.callId !== callId && sample.operatorId !== ownId);
  const link = useRef<HTMLAnchorElement>(null);
  const nextId = next?.callId;
  useEffect(() => {
    if (isFocused && nextId !== undefined) link.current?.focus();
  }, [isFocused, nextId]);
  if (next === undefined) {
    return samples.data ? <p className="text-ink-soft">No other call waits for you.</p> : null;
  }
  return (
    <Link href={`/manage/coaching/calls/${next.callId}`} ref={link} className={buttonClasses('primary')}>
      Next to score: {next.operatorName}
    </Link>
  );
}
