'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { connectionKinds, type ConnectionKind } from '@/domain/numbers/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';
import { SecretOnce } from '@/ui/secret-once';
import { SwitchHowTo } from './switch-how-to';

const kindWords: Record<ConnectionKind, { label: string; hint: string }> = {
  generic: { label: 'Any switch', hint: 'It sends signed JSON; the secret is made here.' },
  twilio: { label: 'Twilio', hint: 'Its own webhooks, signed with your account’s auth token.' },
};

/** Connects a telephone system; for a generic one the secret is made and shown this one time. */
export function NewSwitch({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [kind, setKind] = useState<ConnectionKind>('generic');
  const create = useMutation(
    api.connections.create.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.connections.list.queryKey() }),
    }),
  );
  const problems = formProblems(create.error, ['name', 'secret']);
  if (create.data) {
    const { connection, secret } = create.data;
    return (
      <Dialog
        isOpen
        isWide
        onOpenChange={onClose}
        title={`${connection.name} is connected`}
        footer={
          <Button variant="primary" onClick={onClose}>
            {connection.kind === 'generic' ? 'I have kept the secret' : 'Done'}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {connection.kind === 'generic' ? (
            <SecretOnce
              label="Signing secret"
              secret={secret}
              warning="It is shown only now. Keep it like a password."
            />
          ) : null}
          <SwitchHowTo connection={connection} />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Connect a switch">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const secret = kind === 'twilio' ? textOf(form, 'secret') : '';
          create.mutate({ name: textOf(form, 'name'), kind, ...(secret ? { secret } : {}) });
        }}
      >
        <Field label="Name" hint="After the switch, for example Main office." error={problems.of('name')}>
          <TextInput name="name" autoComplete="off" />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Kind</legend>
          {connectionKinds.map((known) => (
            <Choice
              key={known}
              type="radio"
              name="kind"
              checked={kind === known}
              onChange={() => setKind(known)}
              {...kindWords[known]}
            />
          ))}
        </fieldset>
        {kind === 'twilio' ? (
          <Field label="Auth token" hint="From your Twilio console." error={problems.of('secret')}>
            <TextInput name="secret" type="password" autoComplete="off" />
          </Field>
        ) : null}
        <FormFoot submitWords="Connect" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
