'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard, Note } from '@/domain/calls/model';
import { CorrectionFields } from '@/ui/correction-fields';

export type CorrectionFormProps = {
  call: CallCard;
  corrected: Note | null;
  onCorrected: () => void;
};

/** A correction to a call that is over. One id as long as the words are the same, so that a second press makes no double. */
export function CorrectionForm({ call, corrected, onCorrected }: CorrectionFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ text: '', noteId: '' });
  const field = useRef<HTMLTextAreaElement>(null);
  const correctedId = corrected?.id;
  useEffect(() => {
    if (correctedId !== undefined) field.current?.focus();
  }, [correctedId]);
  const add = useMutation(
    api.calls.addNote.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.calls.get.queryKey({ callId: call.id }) });
        void queries.invalidateQueries({ queryKey: api.messages.pathKey() });
        setDraft({ text: '', noteId: '' });
        onCorrected();
      },
    }),
  );
  return (
    <CorrectionFields
      text={draft.text}
      onWrite={(text) => setDraft({ text, noteId: v7() })}
      field={field}
      corrected={corrected}
      onForget={onCorrected}
      hasClient={call.clientId !== null}
      isBusy={add.isPending}
      problem={add.isError ? errorWords(add.error).words : null}
      onAdd={() => {
        const text = draft.text.trim();
        if (text === '') return field.current?.focus();
        add.mutate({
          callId: call.id,
          noteId: draft.noteId,
          text,
          kind: 'correction',
          ...(corrected === null ? {} : { correctsNoteId: corrected.id }),
        });
      }}
    />
  );
}
