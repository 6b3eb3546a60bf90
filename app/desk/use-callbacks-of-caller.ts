'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import type { Callback } from '@/domain/promises/model';
import { callbacksOfCaller, holdsAllCallbacks } from './callback-selectors';
import { useDesk } from './desk-context';
import { openCallbacks } from './desk-selectors';

/**
 * Calls back that the caller still waits for, by deadline: from what this desk holds, in the first second. Where more are
 * open than a desk holds, the server is asked besides.
 */
export function useCallbacksOfCaller(call: CallCard): Callback[] {
  const { state } = useDesk();
  const api = useTRPC();
  const held = callbacksOfCaller(openCallbacks(state), call);
  const beside = useQuery({
    ...api.calls.beside.queryOptions({ callId: call.id }),
    enabled: held.length === 0 && !holdsAllCallbacks(state),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (held.length > 0) return held;
  const asked = beside.data?.callbacks ?? [];
  return callbacksOfCaller(
    asked.map((one) => state.callbacks[one.id] ?? one),
    call,
  );
}
