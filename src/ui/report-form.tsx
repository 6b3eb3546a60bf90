'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import { Button } from './button';
import { EscalationContactField } from './escalation-contact-field';
import { Field, TextArea } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { placeEscalation } from './live-lists';

export type ReportFormProps = {
  escalation: EscalationCard;
  /** Staff say who it was that reported; the client's people speak for themselves. */
  isForContact: boolean;
  /** Whether what is said here may settle it. */
  canSettle: boolean;
};

/** How it stands, in a sentence; with the other button, that it is settled. */
export function ReportForm({ escalation, isForContact, canSettle }: ReportFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [contactId, setContactId] = useState('');
  const [isSettling, setIsSettling] = useState(false);
  const add = useMutation(
    api.reportRequests.add.mutationOptions({
      onSuccess: (card) => {
        placeEscalation(queries, api, card);
        void queries.invalidateQueries({ queryKey: api.reportRequests.pathKey() });
        setWords('');
      },
    }),
  );
  const problems = formProblems(add.error, ['words', 'contactId']);
  const send = (isResolved: boolean) => {
    setIsSettling(isResolved);
    add.mutate({
      escalationId: escalation.id,
      words: words.trim(),
      isResolved,
      ...(contactId === '' ? {} : { contactId }),
    });
  };
  return (
    <form
      noValidate
      className="flex max-w-[66ch] flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {isForContact ? (
        <EscalationContactField
          clientId={escalation.clientId}
          label="Who told you (leave open if it is you who has it)"
          value={contactId}
          error={problems.of('contactId') ?? null}
          onChange={setContactId}
        />
      ) : null}
      <Field label="How does it stand?" error={problems.of('words')}>
        <TextArea value={words} maxLength={2_000} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <FormFoot
        submitWords="Report back"
        isBusy={add.isPending && !isSettling}
        problem={problems.words}
        done={add.isSuccess ? 'Noted. The operator who escalated is told.' : null}
      >
        {canSettle || contactId !== '' ? (
          <Button isBusy={add.isPending && isSettling} onClick={() => send(true)}>
            It is settled
          </Button>
        ) : null}
      </FormFoot>
    </form>
  );
}
