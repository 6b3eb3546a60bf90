'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { eventTypes, type EventType } from '@/domain/notifications/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';
import { ClientPicker } from '../client-picker';
import { EndpointSecret } from './endpoint-secret';
import { eventWords } from './event-words';

/** Adds a program that is told; its secret is made and shown this one time. */
export function NewEndpoint({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [clientId, setClientId] = useState<string | null>(null);
  const create = useMutation(
    api.webhookEndpoints.create.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.webhookEndpoints.list.queryKey() }),
    }),
  );
  const problems = formProblems(create.error, ['url', 'events', 'clientId']);
  if (create.data)
    return <EndpointSecret endpoint={create.data} title="The endpoint is added" onClose={onClose} />;
  const wrongEvents = problems.of('events');
  return (
    <Dialog isOpen onOpenChange={onClose} title="Add an endpoint">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          create.mutate({
            url: textOf(form, 'url'),
            events: form.getAll('events') as EventType[],
            ...(clientId === null ? {} : { clientId }),
          });
        }}
      >
        <Field
          label="Address"
          hint="An https address that can be reached from the internet."
          error={problems.of('url')}
        >
          <TextInput name="url" type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        </Field>
        <ClientPicker value={clientId} onChange={setClientId} error={problems.of('clientId')} />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Tell it when an escalation is</legend>
          {wrongEvents ? (
            <p role="alert" className="font-medium text-critical">
              {wrongEvents}
            </p>
          ) : null}
          {eventTypes.map((type) => (
            <Choice
              key={type}
              type="checkbox"
              name="events"
              value={type}
              defaultChecked
              {...eventWords[type]}
            />
          ))}
        </fieldset>
        <FormFoot submitWords="Add" isBusy={create.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}

export function AddButton({ onPress }: { onPress: () => void }) {
  return (
    <Button variant="primary" onClick={onPress}>
      Add an endpoint
    </Button>
  );
}
