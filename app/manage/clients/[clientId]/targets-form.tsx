'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { urgencies } from '@/domain/calls/model';
import type { Client } from '@/domain/clients/model';
import { Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { draftOf, minuteText, targetNames, targetsOf, type TargetsDraft } from './targets-draft';

const urgencyTitles = { routine: 'Routine', urgent: 'Urgent', emergency: 'Emergency' };
const targetTitles = {
  deliverSeconds: 'First message out',
  acknowledgeSeconds: 'Acknowledged',
  resolveSeconds: 'Resolved',
};

const fieldNames = urgencies.flatMap((urgency) =>
  targetNames.map((name) => `escalationTargets.${urgency}.${name}`),
);

/** How soon an escalation of this client shall be out, acknowledged and resolved, by urgency; in minutes. */
export function TargetsForm({ client }: { client: Client }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<TargetsDraft>(() => draftOf(client.escalationTargets));
  const save = useMutation(
    api.clients.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.clients.get.queryKey({ clientId: saved.id }), saved);
        setDraft(draftOf(saved.escalationTargets));
      },
    }),
  );
  const problems = formProblems(save.error, fieldNames);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId: client.id, escalationTargets: targetsOf(draft) });
      }}
    >
      {urgencies.map((urgency) => (
        <fieldset key={urgency} className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">{urgencyTitles[urgency]}, in minutes from the start</legend>
          <div className="flex flex-wrap gap-3">
            {targetNames.map((name) => {
              const field = `escalationTargets.${urgency}.${name}`;
              return (
                <Field
                  key={name}
                  label={targetTitles[name]}
                  name={field}
                  className="w-44"
                  error={problems.of(field) ? minuteText : undefined}
                >
                  <TextInput
                    inputMode="decimal"
                    autoComplete="off"
                    value={draft[urgency][name]}
                    onChange={({ target }) =>
                      setDraft({ ...draft, [urgency]: { ...draft[urgency], [name]: target.value } })
                    }
                  />
                </Field>
              );
            })}
          </div>
        </fieldset>
      ))}
      <FormFoot
        submitWords="Save targets"
        isBusy={save.isPending}
        problem={problems.words}
        done={save.isSuccess ? 'Saved. It counts for every escalation, those of before too.' : null}
      />
    </form>
  );
}
