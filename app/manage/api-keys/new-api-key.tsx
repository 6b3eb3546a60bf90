'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';
import { RoleFields, type RoleChoice } from '../role-fields';
import { SecretOnce } from '@/ui/secret-once';

/** Makes a key for a program; the key is shown this one time. */
export function NewApiKey({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [choice, setChoice] = useState<RoleChoice>({ role: 'operator', clientId: null });
  const create = useMutation(
    api.apiKeys.create.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.apiKeys.list.queryKey() }),
    }),
  );
  const problems = formProblems(create.error, ['name', 'role', 'clientId']);
  if (create.data) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={`Key for ${create.data.apiKey.name}`}
        footer={
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <SecretOnce
            label="API key"
            secret={create.data.key}
            warning="It is shown only now. Keep it like a password."
          />
          <p>
            The program sends it with every request as <code>Authorization: Bearer</code> and the key.
          </p>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="New API key">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({
            name: textOf(new FormData(event.currentTarget), 'name'),
            role: choice.role,
            ...(choice.clientId ? { clientId: choice.clientId } : {}),
          });
        }}
      >
        <Field label="Name" hint="After the program that will use it." error={problems.of('name')}>
          <TextInput name="name" autoComplete="off" />
        </Field>
        <RoleFields value={choice} onChange={setChoice} problemOf={problems.of} />
        <FormFoot submitWords="Make key" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
