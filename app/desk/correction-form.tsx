'use client';

import { useEffect, useRef } from 'react';
import { v7 } from 'uuid';
import type { CallCard, Note } from '@/domain/calls/model';
import { CorrectionFields } from '@/ui/correction-fields';
import { useDesk } from './desk-context';
import { useKeptText } from './use-kept-text';

export type CorrectionFormProps = {
  call: CallCard;
  /** The point that is wrong; null: something is added. */
  corrected: Note | null;
  /** The correction was made, or it corrects nothing in particular after all. */
  onCorrected: () => void;
};

/** A correction to a call that is over. What is typed is kept on this computer, and sent from there. */
export function CorrectionForm({ call, corrected, onCorrected }: CorrectionFormProps) {
  const { outbox } = useDesk();
  const [text, write] = useKeptText(`correction/${call.id}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const correctedId = corrected?.id;
  useEffect(() => {
    if (correctedId !== undefined) field.current?.focus();
  }, [correctedId]);
  const add = () => {
    const words = text.trim();
    if (words === '') return field.current?.focus();
    const change = {
      kind: 'note',
      callId: call.id,
      noteId: v7(),
      text: words,
      noteKind: 'correction',
    } as const;
    outbox.put(corrected === null ? change : { ...change, correctsNoteId: corrected.id });
    write('');
    onCorrected();
  };
  return (
    <CorrectionFields
      text={text}
      onWrite={write}
      field={field}
      corrected={corrected}
      onForget={onCorrected}
      hasClient={call.clientId !== null}
      onAdd={add}
    />
  );
}
