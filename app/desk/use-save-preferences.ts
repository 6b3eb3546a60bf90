'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { DeskPreferences } from '@/domain/tenancy/model';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

type SavePreferences = {
  /** They hold on this desk at once; where the server does not take them, the former ones come back. */
  save: (next: DeskPreferences) => void;
  /** Why the last ones were not kept, in words. */
  problem: string | null;
};

export function useSavePreferences(): SavePreferences {
  const { state, dispatch } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  /** What the server is known to have, and the last wish: an earlier answer does not undo it. */
  const kept = useRef(state.preferences);
  const wished = useRef<DeskPreferences | null>(null);
  const line = useRef<Promise<void>>(Promise.resolve());

  const send = async (next: DeskPreferences) => {
    try {
      kept.current = await runMutation(queries, api.preferences.save.mutationOptions(), next);
      if (wished.current === next) setProblem(null);
    } catch (error) {
      if (wished.current !== next) return;
      setProblem(`Not saved: everything is as it was before. ${errorWords(error).words}`);
      dispatch({ type: 'preferences', preferences: kept.current });
    }
  };
  const save = (next: DeskPreferences) => {
    wished.current = next;
    dispatch({ type: 'preferences', preferences: next });
    // One after the other, so that the last wish is the one that stays.
    line.current = line.current.then(() => send(next));
  };
  return { save, problem };
}
