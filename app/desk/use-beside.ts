'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { useDesk } from './desk-context';

/** Alike calls are looked for once the words have stood still for so long. */
const SETTLED_MS = 2_500;
/** So many points of a log are compared. */
const MOST_POINTS = 3;

/** What stands beside a call: read after the first paint, and again as its matter becomes clear. */
export function useBeside(call: CallCard) {
  const { state } = useDesk();
  const api = useTRPC();
  const beside = useQuery({
    ...api.calls.beside.queryOptions({ callId: call.id }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const points = Math.min(MOST_POINTS, state.logs[call.id]?.notes.length ?? 0);
  const words = `${call.issue} ${points} ${call.callerPhone ?? ''}`;
  const compared = useRef(words);
  const readAgain = useEffectEvent(() => {
    compared.current = words;
    void beside.refetch();
  });
  const isRead = beside.data !== undefined;
  useEffect(() => {
    if (!isRead || compared.current === words) return;
    const timer = setTimeout(() => readAgain(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [words, isRead]);
  return beside;
}
