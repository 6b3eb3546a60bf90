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

/** Makes a sign-in; its temporary password is shown this one time. */
export function NewPerson({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [choice, setChoice] = useState<RoleChoice>({ role: 'operator', clientId: null });
  const create = useMutation(
    api.members.create.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.members.list.queryKey() }),
    }),
  );
  const problems = formProblems(create.error, ['name', 'email', 'role', 'clientId']);

  if (create.data) {
    const { member, temporaryPassword } = create.data;
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={`${member.name} can sign in`}
        footer={
          <Button variant="primary" onClick={onClose}>
            I have passed it on
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <p>
            Sign-in name: <span className="font-medium select-all">{member.email}</span>
          </p>
          <SecretOnce
            label="Temporary password"
            secret={temporaryPassword}
            warning="It is shown only now. Pass it on by a way that nobody else reads."
          />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="New person">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          create.mutate({
            name: textOf(form, 'name'),
            email: textOf(form, 'email'),
            role: choice.role,
            ...(choice.clientId ? { clientId: choice.clientId } : {}),
          });
        }}
      >
        <Field label="Name" error={problems.of('name')}>
          <TextInput name="name" autoComplete="off" />
        </Field>
        <Field label="E-mail" error={problems.of('email')}>
          <TextInput name="email" type="email" autoComplete="off" />
        </Field>
        <RoleFields value={choice} onChange={setChoice} problemOf={problems.of} />
        <FormFoot submitWords="Create sign-in" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
