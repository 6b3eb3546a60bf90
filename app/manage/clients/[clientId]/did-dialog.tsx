'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import type { Did } from '@/domain/numbers/model';
import { Dialog } from '@/ui/dialog';
import { Field, TextArea, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';

/** Adds a number, or changes its label and phrase; the number itself stays what it is. */
export function DidDialog({ client, did, onClose }: { client: Client; did?: Did; onClose: () => void }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: api.dids.list.pathKey() });
    onClose();
  };
  const add = useMutation(api.dids.add.mutationOptions({ onSuccess }));
  const update = useMutation(api.dids.update.mutationOptions({ onSuccess }));
  const problems = formProblems(did ? update.error : add.error, ['number', 'label', 'answerPhrase']);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={did ? `Number ${did.number}` : `New number for ${client.name}`}
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const values = { label: textOf(form, 'label'), answerPhrase: textOf(form, 'answerPhrase') };
          if (did) update.mutate({ didId: did.id, ...values });
          else add.mutate({ clientId: client.id, number: textOf(form, 'number'), ...values });
        }}
      >
        {did ? null : (
          <Field
            label="Number"
            hint="With its country code, for example +49 30 123456."
            error={problems.of('number')}
          >
            <TextInput name="number" type="tel" inputMode="tel" autoComplete="off" />
          </Field>
        )}
        <Field
          label="Label"
          hint="What operators see, for example Sales."
          isOptional
          error={problems.of('label')}
        >
          <TextInput name="label" defaultValue={did?.label ?? ''} autoComplete="off" />
        </Field>
        <Field
          label="Answer phrase"
          hint={client.greeting ? `Empty: “${client.greeting}”` : 'Empty: the client’s greeting is spoken.'}
          isOptional
          error={problems.of('answerPhrase')}
        >
          <TextArea name="answerPhrase" rows={2} defaultValue={did?.answerPhrase ?? ''} />
        </Field>
        <FormFoot
          submitWords={did ? 'Save' : 'Add number'}
          isBusy={add.isPending || update.isPending}
          problem={problems.words}
        />
      </form>
    </Dialog>
  );
}
