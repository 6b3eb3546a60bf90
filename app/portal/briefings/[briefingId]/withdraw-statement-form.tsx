'use client';

import { useMemo, useRef, useState } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { Choice, Field, TextArea } from '@/ui/field';
import { syncedNow } from '@/ui/now';
import { WordingHints } from '@/ui/wording-hints';
import { wordingRules } from '@/ui/wording-rules';
import { ZonedTimeField } from '@/ui/zoned-time-field';

export const withdrawFormId = 'withdraw-statement';

const MOST_CHARACTERS = 600;
const FOUR_HOURS_MS = 4 * 3_600_000;
const MINUTE_MS = 60_000;

type StatementWithdrawal = {
  reason: string;
  correction?: string;
  callBack: boolean;
  dueAt?: string;
};

export type WithdrawStatementFormProps = {
  content: BriefingContent;
  zone: string;
  isAnybodyTold: boolean;
  problemOf: (field: string) => string | undefined;
  onSubmit: (withdrawal: StatementWithdrawal) => void;
};

/** Why, what is said instead, and whether and by when those who were told are called back. */
export function WithdrawStatementForm(props: WithdrawStatementFormProps) {
  const { content, zone, isAnybodyTold, problemOf, onSubmit } = props;
  const [reason, setReason] = useState('');
  const [correction, setCorrection] = useState('');
  const [callBack, setCallBack] = useState(true);
  const [dueAt, setDueAt] = useState<string | null>(() => {
    const due = syncedNow().getTime() + FOUR_HOURS_MS;
    return new Date(Math.ceil(due / MINUTE_MS) * MINUTE_MS).toISOString();
  });
  const [isTried, setIsTried] = useState(false);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const correctionBox = useRef<HTMLTextAreaElement>(null);
  const rules = useMemo(() => wordingRules(content, content.language), [content]);
  const isReasonMissing = reason.trim() === '';
  const isTooLong = correction.trim().length > MOST_CHARACTERS;

  return (
    <form
      id={withdrawFormId}
      noValidate
      className="flex flex-col gap-4 max-sm:[&_input]:text-base max-sm:[&_textarea]:text-base"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isReasonMissing) return reasonBox.current?.focus();
        if (isTooLong) return correctionBox.current?.focus();
        onSubmit({
          reason,
          callBack,
          ...(correction.trim() === '' ? {} : { correction }),
          ...(callBack && dueAt !== null ? { dueAt } : {}),
        });
      }}
    >
      <Field
        label="Why it is wrong"
        hint="Operators read it, and so does whoever calls back."
        error={
          isTried && isReasonMissing
            ? 'Say why: operators read it, and so do you, later.'
            : problemOf('reason')
        }
      >
        <TextArea
          ref={reasonBox}
          rows={2}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field
        label="What operators say instead"
        isOptional
        hint="Empty: nothing takes its place."
        error={
          isTooLong
            ? `Keep it under ${MOST_CHARACTERS} characters. It has ${correction.trim().length.toLocaleString('en-US')}.`
            : problemOf('correction')
        }
        below={<WordingHints text={correction.slice(0, MOST_CHARACTERS)} rules={rules} />}
      >
        <TextArea
          ref={correctionBox}
          rows={2}
          className="max-h-60"
          value={correction}
          onChange={(event) => setCorrection(event.target.value)}
        />
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">Calling back</legend>
        <Choice
          type="checkbox"
          checked={callBack}
          onChange={(event) => setCallBack(event.target.checked)}
          label={isAnybodyTold ? 'Call them back' : 'Call back whoever turns out to have been told it'}
          hint="Once a number, by operators, with the reason and the new words in front of them. Callers without a number are listed for you."
        />
        {callBack ? (
          <ZonedTimeField
            label="By when"
            zone={zone}
            value={dueAt}
            onChange={setDueAt}
            hint="Empty: within four hours."
            error={problemOf('dueAt')}
          />
        ) : null}
      </fieldset>
    </form>
  );
}
