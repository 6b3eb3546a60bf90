'use client';

import { useState, type ReactNode, type RefObject } from 'react';
import { urgencies, type Urgency } from '@/domain/calls/model';
import type { WordingRules } from '@/domain/wording/model';
import { ErrorSummary } from '@/ui/error-summary';
import { Field, TextArea } from '@/ui/field';
import { WordingHints } from '@/ui/wording-hints';
import { urgencyWords } from './call-words';
import { ChoiceRow } from './choice-row';
import { ContactPhones } from './contact-phones';
import { EscalationSteps } from './escalation-steps';
import type { EscalationOf, useStartEscalation } from './use-start-escalation';

export type EscalationWords = {
  summary: string;
  urgency: Urgency;
  write: (summary: string) => void;
  choose: (urgency: Urgency) => void;
  forget: () => void;
};

/** What is proposed, until the operator writes or chooses something else. */
export function useEscalationWords(proposed: string, urgency: Urgency): EscalationWords {
  const [written, write] = useState<string | null>(null);
  const [chosen, choose] = useState<Urgency | null>(null);
  return {
    summary: written ?? proposed,
    urgency: chosen ?? urgency,
    write,
    choose,
    forget: () => {
      write(null);
      choose(null);
    },
  };
}

type EscalationFormProps = {
  /** null: nobody has said yet whom it is about. */
  of: EscalationOf | null;
  clientId: string | null;
  isAsked: boolean;
  words: EscalationWords;
  starting: ReturnType<typeof useStartEscalation>;
  onStart: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
  rules: WordingRules;
  /** In front of everything else. */
  children?: ReactNode;
};

/** How urgent it is, who would be told then and when, and the message. */
export function EscalationForm(props: EscalationFormProps) {
  const { of, clientId, isAsked, words, starting, onStart, field, rules, children } = props;
  return (
    <div
      className="flex flex-col gap-4"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onStart();
      }}
    >
      <ErrorSummary title="Nobody has been told" problems={starting.problems} focusKey={starting.attempt} />
      {starting.isUnreached ? <ContactPhones clientId={clientId} /> : null}
      {children}
      <ChoiceRow
        name="escalation-urgency"
        legend="Urgency"
        options={urgencies.map((value) => ({ value, words: urgencyWords[value] }))}
        value={words.urgency}
        onChange={words.choose}
      />
      {of === null ? null : (
        <EscalationSteps
          key={'callId' in of ? of.callId : of.clientId}
          of={of}
          clientId={clientId}
          urgency={words.urgency}
          isAsked={isAsked}
        />
      )}
      <Field
        label="Message"
        name="escalation.summary"
        hint="Readable without a sign-in: leave out the caller’s name and number. They are in the call’s log."
        below={<WordingHints text={words.summary} rules={rules} />}
      >
        <TextArea
          ref={field}
          rows={7}
          value={words.summary}
          maxLength={2_000}
          onChange={(event) => words.write(event.target.value)}
        />
      </Field>
    </div>
  );
}
