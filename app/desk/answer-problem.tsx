'use client';

import { useDesk } from './desk-context';

/** Why the last F2 did not answer, said where the call was. */
export function AnswerProblem() {
  const { answerProblem } = useDesk();
  return (
    <div role="alert" className="empty:hidden">
      {answerProblem ? (
        <p className="rounded-md bg-medium-soft px-3 py-2 font-medium text-medium">{answerProblem}</p>
      ) : null}
    </div>
  );
}
