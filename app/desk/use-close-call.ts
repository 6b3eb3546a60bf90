'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard, Disposition } from '@/domain/calls/model';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

const NOT_YET =
  'The call is not closed: changes are still waiting on this computer. They are kept. Save again when the connection is back.';

/** Ends and closes a call, after everything written on it has been accepted. Answers words where that failed. */
export function useCloseCall(call: CallCard) {
  const { dispatch, outbox, open } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [isClosing, setIsClosing] = useState(false);

  const close = async (disposition: Disposition, endedAt: Date): Promise<string | null> => {
    setIsClosing(true);
    try {
      if (!(await outbox.flush(call.id))) return NOT_YET;
      if (call.state === 'live') {
        const end = { callId: call.id, type: 'ended' as const, at: endedAt.toISOString() };
        dispatch({
          type: 'call',
          call: await runMutation(queries, api.calls.recordEvent.mutationOptions(), end),
        });
      }
      const closed = await runMutation(queries, api.calls.close.mutationOptions(), {
        callId: call.id,
        disposition,
      });
      dispatch({ type: 'call', call: closed });
      open(null);
      return null;
    } catch (error) {
      return errorWords(error).words;
    } finally {
      setIsClosing(false);
    }
  };
  return { close, isClosing };
}
