'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { CallCard, Note, ToldStatement } from '@/domain/calls/model';
import { callLog, type CallLog } from '@/domain/messages/call-log';

type Logged = {
  call: CallCard;
  notes: readonly Note[];
  told: readonly ToldStatement[];
  /** The intake fields of the call, with what they are called. */
  intake?: readonly { id: string; label: string }[];
};

/** The log of a call as it reads well to the next person; `isWhole` once promises and escalations are in it. */
export function useCallLog(
  callId: string,
  logged: Logged | undefined,
): { log: CallLog; isWhole: boolean } | null {
  const api = useTRPC();
  const promises = useQuery(api.promises.list.queryOptions({ callId, limit: 100 }));
  const escalations = useQuery(api.escalations.list.queryOptions({ callId, limit: 100 }));
  if (logged === undefined) return null;
  const { call, notes, told, intake = [] } = logged;
  const log = callLog({
    call,
    notes,
    told,
    promises: (promises.data?.items ?? []).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
    escalations: (escalations.data?.items ?? []).toSorted(
      (a, b) => a.startedAt.getTime() - b.startedAt.getTime(),
    ),
    labels: Object.fromEntries(intake.map(({ id, label }) => [id, label])),
  });
  return { log, isWhole: promises.data !== undefined && escalations.data !== undefined };
}
