'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { sourceKinds, type SourceKind } from '@/domain/sources/model';
import { Button } from './button';
import { Dialog } from './dialog';
import { Choice, Field, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems, textOf } from './form-problems';
import { SourceHowTo } from './source-how-to';

const kindWords: Record<SourceKind, { label: string; hint: string }> = {
  statuspage: {
    label: 'Statuspage',
    hint: 'Atlassian Statuspage, or what sends the same webhooks. The secret stands in the address.',
  },
  generic: { label: 'Any program', hint: 'It sends signed JSON; the secret is made here.' },
};

export type NewSourceProps = { clientId: string; onClose: () => void };

/** Connects a program that reports incidents; its secret is made here and shown this one time. */
export function NewSource({ clientId, onClose }: NewSourceProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [kind, setKind] = useState<SourceKind>('statuspage');
  const create = useMutation(
    api.sources.create.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.sources.list.pathKey() }),
    }),
  );
  const problems = formProblems(create.error, ['name']);
  if (create.data) {
    const { source, secret, url } = create.data;
    return (
      <Dialog
        isOpen
        isWide
        onOpenChange={onClose}
        title={`${source.name} is connected`}
        footer={
          <Button variant="primary" onClick={onClose}>
            {source.kind === 'generic' ? 'I have kept the secret' : 'I have kept the address'}
          </Button>
        }
      >
        <SourceHowTo kind={source.kind} secret={secret} url={url} />
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Connect a source">
      <form
        noValidate
        className="flex flex-col gap-4 max-sm:[&_input]:text-base"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ clientId, kind, name: textOf(new FormData(event.currentTarget), 'name') });
        }}
      >
        <Field label="Name" hint="For example: Our status page." error={problems.of('name')}>
          <TextInput name="name" maxLength={120} autoComplete="off" />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Kind</legend>
          {sourceKinds.map((known) => (
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
        <FormFoot submitWords="Connect" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
