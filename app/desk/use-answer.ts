'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, type Dispatch } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import type { DeskAction } from './desk-state';
import { runMutation } from './run-mutation';

export type AnswerProblemFacts = { callId: string; words: string };

/** Answering a ringing call. The screen of the call opens at once; where a colleague was faster it says so. */
export function useAnswer(dispatch: Dispatch<DeskAction>, openCall: (callId: string | null) => void) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [answeringId, setAnsweringId] = useState<string | null>(null);
  const [answerProblem, setAnswerProblem] = useState<AnswerProblemFacts | null>(null);

  const answer = (call: CallCard) => {
    if (answeringId !== null) return;
    setAnsweringId(call.id);
    setAnswerProblem(null);
    runMutation(queries, api.calls.answer.mutationOptions(), { callId: call.id })
      .then(
        (answered) => {
          dispatch({ type: 'call', call: answered });
          openCall(call.id);
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
