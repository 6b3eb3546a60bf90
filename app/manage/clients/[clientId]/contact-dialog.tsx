'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { Dialog } from '@/ui/dialog';
import { Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { MethodList, type ContactDraft } from './method-list';

export type ContactDialogProps = { clientId: string; contact?: Contact; onClose: () => void };

/** A contact with the ways to reach them. */
export function ContactDialog({ clientId, contact, onClose }: ContactDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: api.contacts.list.pathKey() });
    onClose();
  };
  const create = useMutation(api.contacts.create.mutationOptions({ onSuccess }));
  const update = useMutation(api.contacts.update.mutationOptions({ onSuccess }));
  const form = useForm<ContactDraft>({
    defaultValues: {
      name: contact?.name ?? '',
      title: contact?.title ?? '',
      methods: contact?.methods.map(({ channel, address }) => ({ channel, address })) ?? [
        { channel: 'email', address: '' },
      ],
    },
  });
  const shown = [
    'name',
    'title',
    'methods',
    ...form.getValues('methods').map((_, index) => `methods.${index}.address`),
  ];
  const problems = formProblems(contact ? update.error : create.error, shown);
  const submit = (values: ContactDraft) => {
    // A method that was left empty was not meant; what is shown must keep the places of what is sent.
    const methods = values.methods.filter(({ address }) => address.trim() !== '');
    if (methods.length > 0) form.setValue('methods', methods);
    if (contact) update.mutate({ contactId: contact.id, ...values, methods });
    else create.mutate({ clientId, ...values, methods });
  };
  return (
    <Dialog isOpen isWide onOpenChange={onClose} title={contact ? contact.name : 'New contact'}>
      <FormProvider {...form}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => void form.handleSubmit(submit)(event)}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" error={problems.of('name')}>
              <TextInput {...form.register('name')} autoComplete="off" />
            </Field>
            <Field label="Role" hint="For example Head of payroll." isOptional error={problems.of('title')}>
              <TextInput {...form.register('title')} autoComplete="off" />
            </Field>
          </div>
          <MethodList problemOf={problems.of} />
          <FormFoot
            submitWords={contact ? 'Save' : 'Add contact'}
            isBusy={create.isPending || update.isPending}
            problem={problems.words}
          />
        </form>
      </FormProvider>
    </Dialog>
  );
}
