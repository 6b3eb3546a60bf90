'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, type Dispatch } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { syncedNow } from '@/ui/now';
import { briefingsOf } from './briefing-selectors';
import type { DeskAction } from './desk-reducer';
import type { DeskPlace, DeskState } from './desk-state';
import { runMutation } from './run-mutation';

export type AnswerProblemFacts = { callId: string; words: string };

/** Answering a ringing call. The screen of the call opens at once; where a colleague was faster it says so. */
export function useAnswer(
  state: DeskState,
  dispatch: Dispatch<DeskAction>,
  open: (place: DeskPlace | null) => void,
) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [answeringId, setAnsweringId] = useState<string | null>(null);
  const [answerProblem, setAnswerProblem] = useState<AnswerProblemFacts | null>(null);

  const answer = (call: CallCard) => {
    if (answeringId !== null) return;
    setAnsweringId(call.id);
    setAnswerProblem(null);
    // What the ring showed stays on screen, also where it is newer than what was in force when the call came in.
    const first = briefingsOf(state, call.clientId, syncedNow())[0];
    if (first) dispatch({ type: 'view', callId: call.id, view: { versionId: first.versionId } });
    runMutation(queries, api.calls.answer.mutationOptions(), { callId: call.id })
      .then(
        (answered) => {
          dispatch({ type: 'call', call: answered });
          open({ kind: 'call', id: call.id });
        },
        (error: unknown) => {
          setAnswerProblem({ callId: call.id, words: errorWords(error).words });
          void queries.invalidateQueries({ queryKey: api.calls.get.queryKey({ callId: call.id }) });
        },
      )
      .finally(() => setAnsweringId(null));
  };
  return { answer, answeringId, answerProblem, forgetAnswerProblem: () => setAnswerProblem(null) };
}
