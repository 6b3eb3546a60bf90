'use client';

import { useDesk } from './desk-context';

/** Why the last F2 did not answer. Beside a ringing call it speaks of that call only. */
export function AnswerProblem({ callId }: { callId?: string }) {
  const { answerProblem } = useDesk();
  return (
    <div role="alert" className="empty:hidden">
      {answerProblem && (callId === undefined || callId === answerProblem.callId) ? (
        <p className="rounded-md bg-medium-soft px-3 py-2 font-medium text-medium">{answerProblem.words}</p>
      ) : null}
    </div>
  );
}
