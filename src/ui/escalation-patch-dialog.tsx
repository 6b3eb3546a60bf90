'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import {
  patchKinds,
  patchOutcomes,
  type EscalationCard,
  type PatchKind,
  type PatchOutcome,
} from '@/domain/escalations/model';
import { Dialog } from './dialog';
import { EscalationContactField } from './escalation-contact-field';
import { Choice, Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { placeEscalation } from './live-lists';

const kindWords: Record<PatchKind, string> = {
  warm: 'Warm: I spoke to them first',
  cold: 'Cold: I put the caller straight through',
};

const outcomeWords: Record<PatchOutcome, string> = {
  connected: 'Connected',
  no_answer: 'No answer',
  busy: 'Busy',
  voicemail: 'Voicemail',
  refused: 'Did not want the call',
  wrong_number: 'Wrong number',
};

export type PatchDraft = {
  contactId: string;
  kind: PatchKind;
  outcome: PatchOutcome | '';
  isTaken: boolean;
  note: string;
};
export const blankPatch: PatchDraft = { contactId: '', kind: 'warm', outcome: '', isTaken: false, note: '' };

export type EscalationPatchDialogProps = {
  escalation: EscalationCard;
  /** Kept by the caller, so that closing loses nothing. */
  draft: PatchDraft;
  onDraft: (draft: PatchDraft) => void;
  onDone: () => void;
  onClose: () => void;
};

/** An attempt to connect the caller, or to speak to somebody alone, with what came of it. */
export function EscalationPatchDialog(props: EscalationPatchDialogProps) {
  const { escalation, draft, onDraft, onDone, onClose } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  const [isTried, setIsTried] = useState(false);
  const change = (part: Partial<PatchDraft>) => onDraft({ ...draft, ...part });
  const record = useMutation(
    api.escalations.patch.mutationOptions({
      onSuccess: (card) => {
        placeEscalation(queries, api, card);
        onDone();
      },
    }),
  );
  const { contactId, kind, outcome, note } = draft;
  const canTake = outcome === 'connected' && escalation.state !== 'acknowledged';
  const submit = () => {
    setIsTried(true);
    if (contactId === '' || outcome === '') return;
    const isTaken = canTake && draft.isTaken;
    record.mutate({ escalationId: escalation.id, contactId, kind, outcome, isTaken, note });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Record a patch attempt"
      description={escalation.summary.slice(0, 120)}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <EscalationContactField
          clientId={escalation.clientId}
          label="Whom you called"
          value={contactId}
          error={isTried && contactId === '' ? 'Choose whom you called.' : null}
          onChange={(id) => change({ contactId: id })}
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium">How</legend>
          {patchKinds.map((value) => (
            <Choice
              key={value}
              type="radio"
              name="patch-kind"
              value={value}
              checked={kind === value}
              label={kindWords[value]}
              onChange={() => change({ kind: value })}
            />
          ))}
        </fieldset>
        <Field label="What came of it" error={isTried && outcome === '' ? 'Choose what came of it.' : null}>
          <Select
            value={outcome}
            required
            onChange={(event) =>
              change({ outcome: patchOutcomes.find((one) => one === event.target.value) ?? '' })
            }
          >
            <option value="">Choose</option>
            {patchOutcomes.map((value) => (
              <option key={value} value={value}>
                {outcomeWords[value]}
              </option>
            ))}
          </Select>
        </Field>
        {canTake ? (
          <Choice
            type="checkbox"
            label="They took it over"
            hint="Counts as acknowledged: nobody further is told."
            checked={draft.isTaken}
            onChange={(event) => change({ isTaken: event.target.checked })}
          />
        ) : null}
        <Field label="Note" isOptional>
          <TextInput
            value={note}
            maxLength={500}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        <FormFoot
          submitWords="Record it"
          isBusy={record.isPending}
          problem={record.isError ? errorWords(record.error).words : null}
        />
      </form>
    </Dialog>
  );
}
