'use client';

import type { RefObject } from 'react';
import type { Note } from '@/domain/calls/model';
import { Button } from './button';
import { Field, TextArea } from './field';
import { KeyHint } from './key-hint';

export type CorrectionFieldsProps = {
  text: string;
  onWrite: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  corrected: Note | null;
  /** It corrects no point in particular after all. */
  onForget: () => void;
  hasClient: boolean;
  onAdd: () => void;
  isBusy?: boolean;
  problem?: string | null;
};

/** Words for a new point that corrects an old one: nothing in a log is ever changed. */
export function CorrectionFields(props: CorrectionFieldsProps) {
  const {
    text,
    onWrite,
    field,
    corrected,
    onForget,
    hasClient,
    onAdd,
    isBusy = false,
    problem = null,
  } = props;
  return (
    <section
      aria-labelledby="correct"
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3"
    >
      <h2 id="correct" className="text-base font-semibold">
        Correct the log
      </h2>
      <p className="max-w-[66ch] text-ink-soft">
        Corrections are new points: what was written stays, marked as corrected.
        {hasClient ? ' The client gets them as its messages are set.' : ''}
      </p>
      {corrected ? (
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1 basis-64">
            <span className="font-medium">Corrects: </span>“{corrected.text}”
          </span>
          <Button size="compact" onClick={onForget}>
            Not this point
          </Button>
        </p>
      ) : null}
      <Field label="What is right" name="correction" error={problem}>
        <TextArea
          ref={field}
          value={text}
          rows={2}
          maxLength={4_000}
          className="field-sizing-content max-h-48 min-h-16"
          onChange={(event) => onWrite(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            onAdd();
          }}
        />
      </Field>
      <div>
        <Button variant="primary" isBusy={isBusy} aria-disabled={text.trim() === ''} onClick={onAdd}>
          Add correction <KeyHint keys={['Ctrl', 'Enter']} />
        </Button>
      </div>
    </section>
  );
}
