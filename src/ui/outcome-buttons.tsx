'use client';

import { useHotkeys } from 'react-hotkeys-hook';
import { tryOutcomes, type TryOutcome } from '@/domain/promises/model';
import { Button } from './button';
import { outcomeHints, outcomeWords } from './callback-words';
import { KeyHint } from './key-hint';

export type OutcomeButtonsProps = {
  /** Only who has taken the callback records what came of it. */
  isMine: boolean;
  /** Without approved words nobody has been told anything. */
  isWaiting: boolean;
  isBusy?: boolean;
  onOutcome: (outcome: TryOutcome) => void;
};

/** What came of the call, by one key; with Alt while a note is being typed. */
export function OutcomeButtons({ isMine, isWaiting, isBusy = false, onOutcome }: OutcomeButtonsProps) {
  const record = (outcome: TryOutcome | undefined) => {
    if (!isMine || isBusy || outcome === undefined || (isWaiting && outcome === 'reached')) return;
    onOutcome(outcome);
  };
  const outcomeOf = (event: KeyboardEvent) => tryOutcomes[Number(event.code.replace(/\D/g, '')) - 1];
  useHotkeys(['1', '2', '3', '4', '5'], (event) => record(outcomeOf(event)), {
    preventDefault: true,
    // A dialog over the callback, such as the sheet of keys, is not about it.
    ignoreEventWhen: () => document.querySelector('[role="dialog"]') !== null,
  });
  useHotkeys(['alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+5'], (event) => record(outcomeOf(event)), {
    enableOnFormTags: true,
    preventDefault: true,
    // Another action of the screen that this person has put on these keys.
    ignoreEventWhen: (event) => event.defaultPrevented,
  });
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {tryOutcomes.map((outcome, position) => (
          <li key={outcome}>
            <Button
              size="call"
              variant={outcome === 'reached' ? 'primary' : 'secondary'}
              aria-disabled={!isMine || isBusy || (isWaiting && outcome === 'reached') || undefined}
              title={outcomeHints[outcome]}
              onClick={() => record(outcome)}
            >
              {outcomeWords[outcome]} <KeyHint keys={String(position + 1)} />
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-[13px] text-ink-soft max-sm:hidden">
        While the note has the focus, press Alt with the number.
      </p>
    </>
  );
}
