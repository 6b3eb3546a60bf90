'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import { Dialog } from './dialog';
import { EscalationContactField } from './escalation-contact-field';
import { Choice } from './field';
import { FormFoot } from './form-foot';
import { placeEscalation } from './live-lists';

const ways = [
  { value: 'spoken', words: 'I spoke to somebody, and they have it' },
  { value: 'patched', words: 'I patched the caller through, and they have it' },
  { value: 'self', words: 'I have it myself' },
] as const;

export type AcknowledgeDraft = { way: (typeof ways)[number]['value']; contactId: string };

export type EscalationAcknowledgeDialogProps = {
  escalation: EscalationCard;
  /** Kept by the caller, so that closing loses nothing. */
  draft: AcknowledgeDraft;
  onDraft: (draft: AcknowledgeDraft) => void;
  onDone: () => void;
  onClose: () => void;
};

/** Staff record who has it: themselves, or somebody they spoke to or put the caller through to. */
export function EscalationAcknowledgeDialog(props: EscalationAcknowledgeDialogProps) {
  const { escalation, draft, onDraft, onDone, onClose } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  const [isIncomplete, setIsIncomplete] = useState(false);
  const isNaming = draft.way !== 'self';
  const acknowledge = useMutation(
    api.escalations.acknowledge.mutationOptions({
      onSuccess: (card) => {
        placeEscalation(queries, api, card);
        onDone();
      },
    }),
  );
  const submit = () => {
    const isWhole = !isNaming || draft.contactId !== '';
    setIsIncomplete(!isWhole);
    if (!isWhole) return;
    const said = draft.way === 'self' ? {} : { via: draft.way, contactId: draft.contactId };
    acknowledge.mutate({ escalationId: escalation.id, ...said });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title="Who has it?" description={escalation.summary.slice(0, 120)}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium">How you know</legend>
          {ways.map(({ value, words }) => (
            <Choice
              key={value}
              type="radio"
              name="acknowledged-way"
              value={value}
              checked={draft.way === value}
              label={words}
              onChange={() => onDraft({ ...draft, way: value })}
            />
          ))}
        </fieldset>
        {isNaming ? (
          <EscalationContactField
            clientId={escalation.clientId}
            label="Who has it"
            value={draft.contactId}
            error={isIncomplete && draft.contactId === '' ? 'Choose who has it.' : null}
            onChange={(contactId) => onDraft({ ...draft, contactId })}
          />
        ) : null}
        <p className="text-ink-soft">Nobody further is told.</p>
        <FormFoot
          submitWords="Acknowledge"
          isBusy={acknowledge.isPending}
          problem={acknowledge.isError ? errorWords(acknowledge.error).words : null}
        />
      </form>
    </Dialog>
  );
}
