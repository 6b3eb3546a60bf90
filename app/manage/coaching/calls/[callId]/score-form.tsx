'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { percentWords } from '@/domain/coaching/coaching-words';
import type { Mark, Scoring } from '@/domain/coaching/model';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Field, TextArea } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import { KeyHint } from '@/ui/key-hint';
import { CriterionField, focusMark } from './criterion-field';
import { recordedWords } from './recorded-words';
import { useScoreForm } from './use-score-form';

export type ScoreFormProps = {
  scoring: Scoring;
  call: CallCard;
  onDone: () => void;
  /** Given while a score is marked anew. */
  onStay?: () => void;
};

/** The form, from the first criterion to the last without the mouse: a digit marks one and leads to the next. */
export function ScoreForm({ scoring, call, onDone, onStay }: ScoreFormProps) {
  const form = useScoreForm(scoring, onDone);
  const { criteria } = form;
  const firstId = useRef(criteria[0]?.id ?? '');
  useEffect(() => focusMark(firstId.current), []);

  const goTo = (place: number) => {
    const next = criteria[place];
    if (next === undefined) document.getElementById(fieldId('score-words'))?.focus();
    else focusMark(next.id);
  };
  const choose = (place: number, id: string, mark: Mark, isByDigit: boolean) => {
    form.change(id, { mark });
    if (!isByDigit) return;
    // What was missed is to be said: the words come next.
    if (mark !== 'missed') return goTo(place + 1);
    requestAnimationFrame(() => document.getElementById(fieldId(`lines.${id}.words`))?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <form
      noValidate
      aria-labelledby="score-form"
      className="flex min-w-0 flex-col gap-4 rounded-md border border-line bg-raised p-4"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="score-form" className="text-base font-semibold">
          {onStay ? 'Mark it anew' : 'Score this call'}
        </h2>
        <p className="tabular-nums" role="status">
          {form.markedCount === 0
            ? `${criteria.length} criteria`
            : `${form.markedCount} of ${criteria.length} marked: ${percentWords(form.percent)}`}
        </p>
      </div>
      <p className="text-[13px] text-ink-soft max-sm:hidden">
        <KeyHint keys="1" /> met, <KeyHint keys="2" /> partly, <KeyHint keys="3" /> missed,{' '}
        <KeyHint keys="4" /> does not apply; each leads to the next.
      </p>
      <ErrorSummary
        title="The score is not saved"
        problems={form.problems}
        focusKey={form.attempts}
        onGo={(field) => document.getElementById(fieldId(field))?.focus()}
      />
      {criteria.map((criterion, place) => (
        <CriterionField
          key={criterion.id}
          criterion={criterion}
          line={form.lineOf(criterion.id)}
          recorded={recordedWords(criterion.id, call, scoring)}
          problemOf={(field) => form.problems.find((problem) => problem.field === field)?.words}
          onMark={(mark, isByDigit) => choose(place, criterion.id, mark, isByDigit)}
          onWords={(words) => form.change(criterion.id, { words })}
          onNext={() => goTo(place + 1)}
        />
      ))}
      <Field label={`Words for ${scoring.operatorName ?? 'the operator'}`} name="score-words" isOptional>
        <TextArea
          rows={3}
          maxLength={2_000}
          value={form.words}
          onChange={({ target }) => form.setWords(target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Save score <KeyHint keys={['Ctrl', 'Enter']} />
        </Button>
        {onStay ? <Button onClick={onStay}>Leave it as it was</Button> : null}
      </div>
    </form>
  );
}
