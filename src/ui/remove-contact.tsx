'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { ConfirmDialog } from './confirm-dialog';
import { Choice, Field, Select } from './field';

export type RemoveContactProps = {
  contact: Contact;
  /** Who could stand in. */
  others: readonly Contact[];
  onClose: () => void;
};

/** Asks who stands in, and shows the places that would be left empty, before anybody is removed. */
export function RemoveContact({ contact, others, onClose }: RemoveContactProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [standIn, setStandIn] = useState('');
  const [isGapAccepted, setIsGapAccepted] = useState(false);
  const remove = useMutation(
    api.contacts.remove.mutationOptions({
      onSuccess: () => {
        // They stood in schedules and policies too.
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );
  const refusal = remove.isError ? errorWords(remove.error) : null;
  const gaps = refusal?.code === 'CONFLICT' ? refusal.problems : [];
  const problem = refusal?.problems.find(({ field }) => field === 'replacedById')?.words;
  return (
    <ConfirmDialog
      title={`Remove ${contact.name}?`}
      confirmWords="Remove contact"
      stayWords="Keep"
      isDangerous
      isBusy={remove.isPending}
      problem={refusal && problem === undefined ? refusal.words : null}
      onConfirm={() =>
        remove.mutate({
          contactId: contact.id,
          ...(standIn === '' ? {} : { replacedById: standIn }),
          ...(isGapAccepted && gaps.length > 0 && standIn === '' ? { isGapAccepted } : {}),
        })
      }
      onClose={onClose}
    >
      <p>{contact.name} is not told any more, also by escalations that are running.</p>
      <Field
        label="Who stands in?"
        hint="They take every place in schedules, their changes, policies and the message rule."
        error={problem}
      >
        <Select value={standIn} onChange={({ target }) => setStandIn(target.value)}>
          <option value="">Nobody: the others go on alone</option>
          {others.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {title ? `${name}, ${title}` : name}
            </option>
          ))}
        </Select>
      </Field>
      {gaps.length > 0 && standIn === '' ? (
        <div className="flex flex-col gap-2 rounded-md bg-high-soft p-3 text-high">
          <p className="font-medium">Without a stand-in these are left empty:</p>
          <ul className="list-disc pl-5">
            {gaps.map(({ words }, n) => (
              <li key={n}>{words}</li>
            ))}
          </ul>
          <Choice
            type="checkbox"
            label="Remove all the same"
            hint="A step without anybody goes straight on to the next, and the account managers are told."
            checked={isGapAccepted}
            onChange={({ target }) => setIsGapAccepted(target.checked)}
          />
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
