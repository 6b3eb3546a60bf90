'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { viewScopes, type ViewScope, type ViewScreen } from '@/domain/reviews/model';
import { Dialog } from '@/ui/dialog';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';

const scopeLabels: Record<ViewScope, { label: string; hint: string }> = {
  personal: { label: 'For me', hint: 'Nobody else sees it.' },
  team: { label: 'For the team', hint: 'Every account manager and admin sees it.' },
};

export type SaveViewProps = {
  screen: ViewScreen;
  /** The filters as they stand in the address. */
  query: string;
  onSaved: () => void;
  onClose: () => void;
};

/** Keeps the filters under a name. */
export function SaveView({ screen, query, onSaved, onClose }: SaveViewProps) {
  const api = useTRPC();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ViewScope>('personal');
  const save = useMutation(
    api.views.save.mutationOptions({
      onSuccess: () => {
        onSaved();
        onClose();
      },
    }),
  );
  const problems = formProblems(save.error, ['name']);
  return (
    <Dialog isOpen onOpenChange={onClose} title="Save this view">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ screen, scope, name, query });
        }}
      >
        <Field
          label="Name"
          name="name"
          hint="A name that you have already keeps the new filters."
          error={problems.of('name')}
        >
          <TextInput
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Who sees it</legend>
          {viewScopes.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="scope"
              label={scopeLabels[one].label}
              hint={scopeLabels[one].hint}
              checked={scope === one}
              onChange={() => setScope(one)}
            />
          ))}
        </fieldset>
        <FormFoot submitWords="Save the view" isBusy={save.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
