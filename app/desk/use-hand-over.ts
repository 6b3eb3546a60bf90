'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

const NOT_YET =
  'It is not offered yet: changes of this call are still waiting on this computer. They are kept. Offer it again when the connection is back.';

/** Offering a call to a colleague, taking the offer back or declining it, and taking over. Each answers whether it worked. */
export function useHandOver(callId: string) {
  const { dispatch, outbox, open } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = async (work: () => Promise<CallCard | string>): Promise<boolean> => {
    setIsBusy(true);
    setProblem(null);
    try {
      const done = await work();
      if (typeof done === 'string') setProblem(done);
      else dispatch({ type: 'call', call: done });
      return typeof done !== 'string';
    } catch (error) {
      setProblem(errorWords(error).words);
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    offer: (toMemberId: string, words: string) =>
      attempt(async () => {
        // The colleague reads the log at once, so all of it has to be there first.
        if (!(await outbox.flush(callId))) return NOT_YET;
        return runMutation(queries, api.calls.transfer.mutationOptions(), { callId, toMemberId, words });
      }),
    end: () => attempt(() => runMutation(queries, api.calls.cancelTransfer.mutationOptions(), { callId })),
    take: async () => {
      const isTaken = await attempt(() => runMutation(queries, api.calls.take.mutationOptions(), { callId }));
      // What was read before it was offered, if anything, is old.
      void queries.invalidateQueries({ queryKey: api.calls.get.queryKey({ callId }) });
      if (isTaken) open({ kind: 'call', id: callId });
    },
  };
}
