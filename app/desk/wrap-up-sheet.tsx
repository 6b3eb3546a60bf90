'use client';

import { useRef, useState } from 'react';
import { dispositions, type CallCard, type Disposition } from '@/domain/calls/model';
import { dispositionWords } from '@/domain/calls/outcome-words';
import { Button } from '@/ui/button';
import { blankConsent } from '@/ui/consent-form';
import { ErrorSummary, type SummaryProblem } from '@/ui/error-summary';
import { Choice } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import { KeyHint } from '@/ui/key-hint';
import { Sheet } from '@/ui/sheet';
import { Elapsed } from '@/ui/time';
import { CallerWish } from './caller-wish';
import type { CallFields } from './outbox';
import { MoodRow } from './triage';
import type { ShownFields } from './use-call-fields';
import { useCloseCall } from './use-close-call';
import { WhatFollows, type WhatFollowsProps } from './what-follows';
import { wrapUpProblems, type WrapUp } from './wrap-up-problems';

type WrapUpSheetProps = {
  call: CallCard;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** When F9 was pressed: the end of the talk, unless the switch has told it. */
  endedAt: Date;
  wrapUp: Omit<WrapUp, 'disposition' | 'fields'> & { fields: ShownFields };
  /** What still stands in the notes field; saving makes it a point of the log. */
  draft: string;
  onAddNote: () => void;
  /** Shows a field of the call that is still empty. */
  onGo: (field: string) => void;
  /** How the call ends, as far as what led here tells. */
  proposed: Disposition | null;
  onChange: (patch: CallFields) => void;
  follows: WhatFollowsProps;
};

/** F9: how the call ended. Nothing is recorded before it is saved, so a slip of the finger costs nothing. */
export function WrapUpSheet(props: WrapUpSheetProps) {
  const { call, isOpen, onOpenChange, endedAt, wrapUp, draft, onAddNote, onGo, proposed, onChange, follows } =
    props;
  const [chosen, setChosen] = useState<Disposition | null>(null);
  const disposition = chosen ?? proposed ?? call.disposition;
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const [isAskedOnce, setIsAskedOnce] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [wish, setWish] = useState(blankConsent);
  const first = useRef<HTMLFieldSetElement>(null);
  const { close, isClosing } = useCloseCall(call);
  const talkEnd = call.endedAt ?? endedAt;

  const save = () => {
    if (isClosing) return;
    setAttempt((count) => count + 1);
    if (wish.channel !== '') {
      return setProblems([
        { field: '', words: 'How the caller is told is not kept yet: keep it, or leave it.' },
      ]);
    }
    const { mustHave, shouldHave } = wrapUpProblems({ ...wrapUp, disposition });
    if (disposition === null || mustHave.length > 0) return setProblems(mustHave);
    if (shouldHave.length > 0 && !isAskedOnce) {
      setIsAskedOnce(true);
      return setProblems(shouldHave);
    }
    setProblems([]);
    if (draft.trim() !== '') onAddNote();
    void close(disposition, talkEnd).then((words) => {
      if (words !== null) setProblems([{ field: '', words }]);
    });
  };

  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isModal={false}
      title="Wrap up"
      description={
        <>
          {call.clientName ?? 'Unrecognised number'}, wrap-up <Elapsed since={talkEnd} />
        </>
      }
      footer={
        <>
          <Button variant="primary" size="call" isBusy={isClosing} onClick={save}>
            {isAskedOnce && problems.length > 0
              ? 'Save all the same'
              : call.state === 'live'
                ? 'End and save'
                : 'Save'}
            <KeyHint keys={['Ctrl', 'Enter']} />
          </Button>
          <Button size="call" onClick={() => onOpenChange(false)}>
            Back to the call
          </Button>
        </>
      }
    >
      <div
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      >
        <ErrorSummary
          title={isAskedOnce ? 'This is still missing' : 'Not saved yet'}
          problems={problems}
          focusKey={attempt}
          onGo={(field) => {
            if (field === 'disposition') first.current?.querySelector('input')?.focus();
            else if (field === 'mood') document.getElementById(fieldId('mood-end'))?.focus();
            else onGo(field);
          }}
        />
        <fieldset ref={first} className="flex flex-col gap-1">
          <legend className="mb-1 font-semibold">How did it end?</legend>
          {dispositions.map((value) => (
            <Choice
              key={value}
              type="radio"
              name="disposition"
              value={value}
              checked={disposition === value}
              onChange={() => {
                setChosen(value);
                setIsAskedOnce(false);
                setProblems([]);
              }}
              label={
                <>
                  {dispositionWords(value).words}{' '}
                  <span className="text-ink-soft">{dispositionWords(value).hint}</span>
                </>
              }
            />
          ))}
        </fieldset>
        <MoodRow name="mood-end" legend="Mood at the end" fields={wrapUp.fields} onChange={onChange} />
        <WhatFollows {...follows} />
        <CallerWish call={call} draft={wish} onDraft={setWish} />
        {draft.trim() !== '' ? (
          <p className="rounded-md bg-low-soft px-3 py-2 text-low">
            What stands in the notes field becomes the last point of the log: “{draft.trim()}”
          </p>
        ) : null}
      </div>
    </Sheet>
  );
}
