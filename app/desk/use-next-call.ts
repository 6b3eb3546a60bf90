'use client';

import { useEffect, useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { syncedNow } from '@/ui/now';
import type { DeskState } from './desk-state';
import { helpDueAt, nextToAnswer, waitingByClient } from './queue-selectors';

/** The call that the answer key takes. The desk is drawn again only at the instant when another client's call joins. */
export function useNextCall(state: DeskState): CallCard | null {
  const [now, setNow] = useState(state.readAt);
  const waiting = waitingByClient(state).others[0];
  const dueAt = waiting ? helpDueAt(waiting).getTime() : null;
  useEffect(() => {
    if (dueAt === null) return;
    const timer = setTimeout(() => setNow(syncedNow()), Math.max(0, dueAt - syncedNow().getTime()) + 1);
    return () => clearTimeout(timer);
  }, [dueAt]);
  return nextToAnswer(state, now);
}
