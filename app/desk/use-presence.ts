'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { errorWords, useTRPC } from '@/api/client';
import type { setPresenceInput } from '@/domain/tenancy/model';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

export type PresenceChoice = z.input<typeof setPresenceInput>;

/** Changing what one does, and confirming the ring. Both answer whether it worked; why not stands in `problem`. */
export function usePresence() {
  const { state, dispatch } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(errorWords(error).words);
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const set = (choice: PresenceChoice) =>
    attempt(async () => {
      const presence = await runMutation(queries, api.presence.set.mutationOptions(), choice);
      dispatch({ type: 'presence', presence });
    });
  /** The ring was heard, as loud as `ringVolume`. */
  const confirmRing = (ringVolume: number) =>
    attempt(async () => {
      const presence = await runMutation(queries, api.presence.confirmRing.mutationOptions(), undefined);
      dispatch({ type: 'presence', presence });
      if (ringVolume === state.preferences.ringVolume) return;
      const input = { ...state.preferences, ringVolume };
      const preferences = await runMutation(queries, api.preferences.save.mutationOptions(), input);
      dispatch({ type: 'preferences', preferences });
    });
  return { set, confirmRing, isBusy, problem, forgetProblem: () => setProblem(null) };
}
