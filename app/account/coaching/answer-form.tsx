'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { formProblems } from '@/ui/form-problems';
import { KeyHint } from '@/ui/key-hint';

export type AnswerFormProps = {
  /** What has been answered before; '': nothing. */
  answer: string;
  /** Whom it is for. */
  to: string;
  /** Tells one form of the page from the others. */
  id: string;
  isBusy: boolean;
  error: unknown;
  onAnswer: (words: string) => void;
};

/** The last word of whoever is coached; it may be written anew. Given the answer as its key, it closes when that is saved. */
export function AnswerForm({ answer, to, id, isBusy, error, onAnswer }: AnswerFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState(answer);
  const problems = formProblems(error, ['words']);
  if (!isOpen && answer !== '') {
    return (
      <div>
        <Button
          size="compact"
          onClick={() => {
            setWords(answer);
            setIsOpen(true);
          }}
        >
          Write your answer anew
        </Button>
      </div>
    );
  }
  const send = () => {
    if (isBusy) return;
    onAnswer(words.trim());
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={`Your answer to ${to}`} name={`answer-${id}`} error={problems.of('words')}>
        <TextArea
          rows={2}
          maxLength={2_000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            send();
          }}
        />
      </Field>
      {problems.words ? (
        <p role="alert" className="font-medium text-critical">
          {problems.words}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isBusy={isBusy}>
          Answer <KeyHint keys={['Ctrl', 'Enter']} />
        </Button>
        {answer === '' ? null : (
          <Button variant="quiet" onClick={() => setIsOpen(false)}>
            Leave it as it is
          </Button>
        )}
      </div>
    </form>
  );
}
