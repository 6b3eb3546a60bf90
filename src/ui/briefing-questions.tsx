'use client';

import { useState } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import type { WordingRules } from '@/domain/wording/model';
import { Button } from './button';
import { useLostAt } from './connection-state';
import { Field, TextInput } from './field';
import { WordingHints } from './wording-hints';
import { shownLanguage, WordingMark, type WordingRecord } from './wording-mark';

export type BriefingQuestionsProps = {
  qa: BriefingContent['qa'];
  record: WordingRecord;
  /** Passes a question on to the client; without it the list is for reading only. */
  onAsk?: (question: string) => void;
  /** What such a question is checked against as it is typed. */
  rules?: WordingRules;
};

/** The questions that hold every word typed, wherever it stands. */
function matchingQuestions(qa: BriefingContent['qa'], typed: string): BriefingContent['qa'] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return qa.filter(({ question, answer }) => {
    const text = `${question} ${answer}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Approved answers, filtered as one types; a question that is not covered goes to the client. */
export function BriefingQuestions({ qa, record, onAsk, rules }: BriefingQuestionsProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const isOffline = useLostAt() !== null;
  const found = matchingQuestions(qa, typed);
  const question = typed.trim();
  const ask = () => {
    if (!onAsk || question === '') return;
    onAsk(question);
    setAsked(question);
    setTyped('');
  };
  if (qa.length === 0 && !onAsk) return null;

  return (
    <div className="flex flex-col gap-2">
      {qa.length > 3 || onAsk ? (
        <Field
          label="What does the caller ask?"
          isLabelHidden
          below={onAsk && rules ? <WordingHints text={typed} rules={rules} /> : null}
        >
          <TextInput
            value={typed}
            placeholder="What does the caller ask?"
            maxLength={2_000}
            onChange={(event) => {
              setTyped(event.target.value);
              setAsked(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found.length === 0) ask();
            }}
          />
        </Field>
      ) : null}
      <div role="status" className="empty:hidden">
        {asked ? (
          <p className="text-fine">
            {isOffline ? 'Goes to the client when the connection is back' : 'Sent to the client'}: “{asked}”.
            You will get a callback to make when it is answered.
          </p>
        ) : null}
        {found.length === 0 && question !== '' ? (
          <div className="flex flex-col items-start gap-2 rounded-md bg-medium-soft px-3 py-2 text-medium">
            <p className="font-medium">Not covered: ask the client.</p>
            {onAsk ? <Button onClick={ask}>Ask the client “{question}”</Button> : null}
          </div>
        ) : null}
      </div>
      <dl className="flex flex-col divide-y divide-line">
        {found.map((item) => (
          <div key={item.id} className="py-2">
            <dt className="font-semibold">{item.question}</dt>
            <dd className="mt-0.5">
              <p className="read-aloud" lang={shownLanguage(record, 'qa', item.id)} dir="auto">
                {item.answer}
              </p>
              <WordingMark record={record} block="qa" itemId={item.id} validUntil={item.validUntil} isShort />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
