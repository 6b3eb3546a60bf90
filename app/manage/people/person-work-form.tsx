'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Member } from '@/domain/tenancy/model';
import { languageWords } from '@/ui/briefing-words';
import { Choice } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { ClientPicker } from '../client-picker';
import { useClientName } from './use-client-name';

function AssignedRow({
  clientId,
  name,
  onRemove,
}: {
  clientId: string;
  name: string | null;
  onRemove: () => void;
}) {
  const words = useClientName(clientId, name);
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-line">
      <span className="min-w-0 flex-1">{words}</span>
      <button
        type="button"
        aria-label={`Take ${words} off the list`}
        onClick={onRemove}
        className="inline-flex size-8 items-center justify-center rounded-md hover:bg-sunken"
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  );
}

type PersonWorkFormProps = {
  member: Member;
  assigned: readonly { clientId: string; clientName: string }[];
  onClose: () => void;
};

/** Both lists, saved together; an empty list of clients means all of them. */
export function PersonWorkForm({ member, assigned, onClose }: PersonWorkFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [clientIds, setClientIds] = useState(assigned.map(({ clientId }) => clientId));
  const [languages, setLanguages] = useState(member.languages);
  const setAssignments = useMutation(api.assignments.set.mutationOptions());
  const saveLanguages = useMutation(api.members.setLanguages.mutationOptions());
  const isBusy = setAssignments.isPending || saveLanguages.isPending;
  const failure = setAssignments.error ?? saveLanguages.error;

  const save = async () => {
    try {
      await setAssignments.mutateAsync({ memberId: member.id, clientIds });
      await saveLanguages.mutateAsync({ memberId: member.id, languages });
    } catch {
      // Said below the form; both can be saved again without harm.
      return;
    }
    void queries.invalidateQueries({ queryKey: api.members.list.queryKey() });
    onClose();
  };
  const toggle = (tag: string, isSpoken: boolean) =>
    setLanguages(isSpoken ? [...languages, tag].sort() : languages.filter((one) => one !== tag));
  const known = Object.entries(languageWords);
  const others = member.languages.filter((tag) => !known.some(([one]) => one === tag));

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <section aria-label="Clients" className="flex flex-col gap-2">
        <h3 className="font-semibold">Takes calls for</h3>
        {clientIds.length === 0 ? (
          <p className="text-ink-soft">
            All clients. Add one or more, and only their calls come first on this desk.
          </p>
        ) : (
          <ul className="border-t border-line">
            {clientIds.map((clientId) => (
              <AssignedRow
                key={clientId}
                clientId={clientId}
                name={assigned.find((one) => one.clientId === clientId)?.clientName ?? null}
                onRemove={() => setClientIds(clientIds.filter((one) => one !== clientId))}
              />
            ))}
          </ul>
        )}
        <ClientPicker
          // A choice goes into the list above, and the field is empty again.
          key={clientIds.length}
          value={null}
          label="Add a client"
          placeholder="Name of the client"
          onChange={(clientId) => {
            if (clientId !== null && !clientIds.includes(clientId)) setClientIds([...clientIds, clientId]);
          }}
        />
      </section>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-semibold">Speaks with callers</legend>
        <div className="grid grid-cols-2 gap-1.5">
          {[...known, ...others.map((tag) => [tag, tag] as const)].map(([tag, words]) => (
            <Choice
              key={tag}
              type="checkbox"
              label={words}
              checked={languages.includes(tag)}
              onChange={({ target }) => toggle(tag, target.checked)}
            />
          ))}
        </div>
      </fieldset>
      <FormFoot submitWords="Save" isBusy={isBusy} problem={failure ? errorWords(failure).words : null} />
    </form>
  );
}
