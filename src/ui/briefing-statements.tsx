'use client';

import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { BriefingContent, Withdrawal } from '@/domain/briefings/model';
import { Button } from './button';
import { WithdrawnStatement } from './withdrawn-statement';
import { shownLanguage, WordingMark, type WordingRecord } from './wording-mark';

export type BriefingStatementsProps = {
  statements: BriefingContent['statements'];
  /** Ids in the order of the whole version: one that expires must not renumber those after it. */
  order?: readonly string[];
  record: WordingRecord;
  /** Of statements that must not be said any more. */
  withdrawals: readonly Withdrawal[];
  /** Ids of the statements this caller has been told. */
  told?: ReadonlySet<string>;
  /** Without it the list is for reading only. */
  onTell?: (statementId: string) => void;
  /** The keys that mark the statement of this number as told, as the reader has set them. */
  keysOf?: (number: number) => ReactNode;
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

/** The approved sentences, numbered; a press, or its keys, marks one as told. */
export function BriefingStatements(props: BriefingStatementsProps) {
  const { statements, order, record, withdrawals, told, onTell, onLeave } = props;
  const numberOf = (id: string, position: number) => (order ? order.indexOf(id) : position) + 1;
  if (statements.length === 0) return null;
  const withdrawalOf = (statementId: string) => withdrawals.find((one) => one.statementId === statementId);
  // Only what can be told has a button to move to.
  const places = statements.flatMap(({ id }, place) => (withdrawalOf(id) ? [] : [place]));

  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const position = Number((event.target as HTMLElement).dataset['statement'] ?? Number.NaN);
    if (event.altKey || event.ctrlKey || event.metaKey || Number.isNaN(position)) return;
    const digit = /^[1-9]$/.test(event.key)
      ? statements.find(({ id }, place) => numberOf(id, place) === Number(event.key))
      : undefined;
    const next = (place: number | undefined) => document.getElementById(buttonId(place ?? position))?.focus();
    if (digit && !withdrawalOf(digit.id)) onTell?.(digit.id);
    else if (event.key === 'ArrowDown' || event.key === 'j') next(places.find((place) => place > position));
    else if (event.key === 'ArrowUp' || event.key === 'k') next(places.findLast((place) => place < position));
    else if (event.key === 'Escape' && onLeave) onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <ol className="flex flex-col divide-y divide-line" onKeyDown={onTell ? move : undefined}>
      {statements.map((statement, position) => {
        const isTold = told?.has(statement.id) ?? false;
        const withdrawal = withdrawalOf(statement.id);
        const number = numberOf(statement.id, position);
        const language = shownLanguage(record, 'statements', statement.id);
        return (
          <li key={statement.id} className="flex gap-3 py-2.5 first:pt-1">
            <span className="w-5 shrink-0 text-right leading-7 font-semibold text-ink-soft tabular-nums">
              {number}
            </span>
            <div className="min-w-0 flex-1">
              {withdrawal ? (
                <WithdrawnStatement
                  text={statement.text}
                  language={language}
                  withdrawal={withdrawal}
                  zone={record.zone}
                />
              ) : (
                <>
                  <p className="read-aloud" lang={language} dir="auto">
                    {statement.text}
                  </p>
                  <WordingMark
                    record={record}
                    block="statements"
                    itemId={statement.id}
                    validUntil={statement.validUntil}
                  />
                </>
              )}
              {onTell && !withdrawal ? (
                <Button
                  id={buttonId(position)}
                  data-statement={position}
                  size="compact"
                  variant="quiet"
                  aria-pressed={isTold}
                  aria-label={`Statement ${number}: ${isTold ? 'told' : 'mark as told'}`}
                  onClick={() => onTell(statement.id)}
                  className={isTold ? '-ml-2 text-fine!' : '-ml-2 text-ink-soft!'}
                  icon={isTold ? <Check aria-hidden className="size-4" strokeWidth={3} /> : null}
                >
                  {isTold ? 'Told' : 'Mark as told'}
                  {isTold ? null : props.keysOf?.(number)}
                </Button>
              ) : isTold ? (
                <p
                  className={`flex items-center gap-1 ${withdrawal ? 'font-medium text-high' : 'text-fine'}`}
                >
                  <Check aria-hidden className="size-4" strokeWidth={3} />
                  {withdrawal ? 'Told before it was withdrawn' : 'Told'}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
