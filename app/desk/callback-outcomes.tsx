'use client';

import { useMemo, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { v7 } from 'uuid';
import { tryOutcomes, type Callback, type TryOutcome } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { KeyHint } from '@/ui/key-hint';
import { WordingHints } from '@/ui/wording-hints';
import { versionNow } from './briefing-selectors';
import { outcomeHints, outcomeWords } from './callback-words';
import { callWordingRules } from './call-wording-rules';
import { useDesk, useDeskNow } from './desk-context';
import type { OutboxChange } from './outbox';
import { useKeptText } from './use-kept-text';

type CallbackOutcomesProps = {
  callback: Callback;
  /** Only who has taken the callback records what came of it. */
  isMine: boolean;
  onOutcome: (change: OutboxChange) => void;
};

/** What came of the call, by one key; with Alt while a note is being typed. */
export function CallbackOutcomes({ callback, isMine, onOutcome }: CallbackOutcomesProps) {
  const { state } = useDesk();
  const now = useDeskNow(10_000);
  const [note, writeNote] = useKeptText(`${state.me}.callback.${callback.id}`);
  // Made before the first attempt, so that a retry after a lost answer records no second try.
  const [tryId] = useState(() => v7());
  const content = versionNow(state, callback.briefingId, now)?.content;
  const rules = useMemo(() => callWordingRules(content, content?.language ?? 'en'), [content]);
  const isWaiting = callback.isAwaitingApproval && callback.sayNow === null;

  const record = (outcome: TryOutcome | undefined) => {
    if (!isMine || outcome === undefined || (isWaiting && outcome === 'reached')) return;
    const { id: callbackId, callerName, callerPhone } = callback;
    const caller = callerName || callerPhone;
    writeNote('');
    onOutcome({ kind: 'try', callId: null, callbackId, tryId, outcome, note: note.trim(), caller });
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
    // Another action of the desk that this person has put on these keys.
    ignoreEventWhen: (event) => event.defaultPrevented,
  });

  return (
    <section aria-label="What came of it" className="flex flex-col gap-3 border-t border-line pt-4">
      <Field
        label="Note"
        name="callback.note"
        isOptional
        hint="Write it before you choose how it went; choosing saves both."
        below={<WordingHints text={note} rules={rules} />}
      >
        <TextArea
          rows={2}
          value={note}
          maxLength={2_000}
          className="[field-sizing:content]"
          onChange={(event) => writeNote(event.target.value)}
        />
      </Field>
      <ul className="flex flex-wrap gap-2">
        {tryOutcomes.map((outcome, position) => (
          <li key={outcome}>
            <Button
              size="call"
              variant={outcome === 'reached' ? 'primary' : 'secondary'}
              aria-disabled={!isMine || (isWaiting && outcome === 'reached') || undefined}
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
    </section>
  );
}
