'use client';

import { useEffect, useRef } from 'react';
import { fieldId } from './field-id';

export type SummaryProblem = { readonly field: string; readonly words: string };

export type ErrorSummaryProps = {
  title?: string;
  /** `field` is the name given to Field; '' makes plain words without a link. */
  problems: readonly SummaryProblem[];
  /** Change it to move the focus here again, for example a count of attempts. */
  focusKey?: string | number;
  /** Brings the field into sight where it is not on screen; without it the field is simply focused. */
  onGo?: (field: string) => void;
};

/** What is wrong, in one focused place, each line leading to its field. Shows nothing when nothing is wrong. */
export function ErrorSummary({
  title = 'There is a problem',
  problems,
  focusKey = 0,
  onGo,
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const isShown = problems.length > 0;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, focusKey]);
  if (!isShown) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-md border-2 border-critical bg-critical-soft p-3 text-ink"
    >
      <h2 id="error-summary-title" className="font-semibold text-critical">
        {title}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {problems.map((problem) => (
          <li key={`${problem.field}:${problem.words}`}>
            {problem.field === '' ? (
              problem.words
            ) : (
              <a
                href={`#${fieldId(problem.field)}`}
                className="underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  if (onGo) onGo(problem.field);
                  else document.getElementById(fieldId(problem.field))?.focus();
                }}
              >
                {problem.words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
