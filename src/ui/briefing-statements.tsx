'use client';

import { Check } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { Button } from './button';
import { KeyHint } from './key-hint';

export type BriefingStatementsProps = {
  statements: BriefingContent['statements'];
  /** Ids of the statements this caller has been told. */
  told?: ReadonlySet<string>;
  /** Without it the list is for reading only. */
  onTell?: (statementId: string) => void;
  /** Escape in the list. */
  onLeave?: () => void;
};

const buttonId = (position: number) => `statement-${position + 1}`;

/** Moves the focus to the first statement not told yet, so that arrows and Enter work from there. */
export function focusStatements(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-statement]')];
  const open = buttons.find((button) => button.getAttribute('aria-pressed') === 'false');
  (open ?? buttons[0])?.focus();
}

/** The approved sentences, numbered; a press or Alt with the number marks one as told. */
export function BriefingStatements({ statements, told, onTell, onLeave }: BriefingStatementsProps) {
  if (statements.length === 0) return null;

  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const position = Number((event.target as HTMLElement).dataset['statement'] ?? Number.NaN);
    if (event.altKey || event.ctrlKey || event.metaKey || Number.isNaN(position)) return;
    const digit = /^[1-9]$/.test(event.key) ? statements[Number(event.key) - 1] : undefined;
    if (digit) onTell?.(digit.id);
    else if (event.key === 'ArrowDown' || event.key === 'j') {
      document.getElementById(buttonId(Math.min(position + 1, statements.length - 1)))?.focus();
    } else if (event.key === 'ArrowUp' || event.key === 'k') {
      document.getElementById(buttonId(Math.max(position - 1, 0)))?.focus();
    } else if (event.key === 'Escape' && onLeave) onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <ol className="flex flex-col divide-y divide-line" onKeyDown={onTell ? move : undefined}>
      {statements.map((statement, position) => {
        const isTold = told?.has(statement.id) ?? false;
        return (
          <li key={statement.id} className="flex gap-3 py-2.5 first:pt-1">
            <span className="w-5 shrink-0 text-right leading-7 font-semibold text-ink-soft tabular-nums">
              {position + 1}
            </span>
            <div className="min-w-0 flex-1">
              <p className="read-aloud">{statement.text}</p>
              {onTell ? (
                <Button
                  id={buttonId(position)}
                  data-statement={position}
                  size="compact"
                  variant="quiet"
                  aria-pressed={isTold}
                  aria-label={`Statement ${position + 1}: ${isTold ? 'told' : 'mark as told'}`}
                  onClick={() => onTell(statement.id)}
                  className={isTold ? '-ml-2 text-fine!' : '-ml-2 text-ink-soft!'}
                  icon={isTold ? <Check aria-hidden className="size-4" strokeWidth={3} /> : null}
                >
                  {isTold ? 'Told' : 'Mark as told'}
                  {!isTold && position < 9 ? <KeyHint keys={['Alt', String(position + 1)]} /> : null}
                </Button>
              ) : isTold ? (
                <p className="flex items-center gap-1 text-fine">
                  <Check aria-hidden className="size-4" strokeWidth={3} /> Told
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
