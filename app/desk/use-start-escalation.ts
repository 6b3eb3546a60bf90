'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import type { Urgency } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { SummaryProblem } from '@/ui/error-summary';
import { useDesk } from './desk-context';
import { runMutation } from './run-mutation';

/** Whom it is about: a call, or a client without one. */
export type EscalationOf = { callId: string } | { clientId: string };

type StartEscalation = {
  start: (of: EscalationOf, urgency: Urgency, summary: string) => void;
  isStarting: boolean;
  problems: readonly SummaryProblem[];
  /** Counts the presses, so that what is wrong has the focus again. */
  attempt: number;
  /** The last press did not reach the server: nobody was told. */
  isUnreached: boolean;
};

/** Starting an escalation; a press again after a lost answer starts no second one. */
export function useStartEscalation(onStarted: (escalation: EscalationCard) => void): StartEscalation {
  const { dispatch } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const [escalationId, setEscalationId] = useState(() => v7());
  const [isStarting, setIsStarting] = useState(false);
  const [isUnreached, setIsUnreached] = useState(false);
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const [attempt, setAttempt] = useState(0);

  const start = (of: EscalationOf, urgency: Urgency, summary: string) => {
    if (isStarting) return;
    setAttempt((count) => count + 1);
    if (summary.trim() === '') {
      setProblems([{ field: 'escalation.summary', words: 'Say in a sentence what it is about.' }]);
      return;
    }
    setProblems([]);
    setIsUnreached(false);
    setIsStarting(true);
    const input = { ...of, urgency, summary: summary.trim(), escalationId };
    runMutation(queries, api.escalations.start.mutationOptions(), input)
      .then(
        (escalation) => {
          dispatch({ type: 'escalation', escalation });
          setEscalationId(v7());
          onStarted(escalation);
        },
        (error: unknown) => {
          const { words, code } = errorWords(error);
          setIsUnreached(code === null);
          setProblems([{ field: '', words }]);
        },
      )
      .finally(() => setIsStarting(false));
  };
  return { start, isStarting, problems, attempt, isUnreached };
}
