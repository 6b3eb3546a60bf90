'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { errorWords, useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { contactDraft, contactOf, isBlank, type ContactDraft } from './contact-draft';
import { ContactHoursFields, hoursFields } from './contact-hours-fields';
import { ContactMethodFields } from './contact-method-fields';
import { Dialog } from './dialog';
import { Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { roleWords } from './role-words';

export type ContactEditorProps = { clientId: string; contact?: Contact; onClose: () => void };

function problemFields(draft: ContactDraft): string[] {
  const ofMethods = draft.methods.flatMap((_, index) => [
    `methods.${index}.address`,
    `methods.${index}.delaySeconds`,
  ]);
  return ['name', 'title', 'membershipId', 'methods', ...hoursFields, ...ofMethods];
}

/** A person of a client who can be told: who they are, how they are reached, and when not. */
export function ContactEditor({ clientId, contact, onClose }: ContactEditorProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const members = useQuery(api.contacts.members.queryOptions({ clientId }));
  const known = (members.data ?? []).map(({ id, name, role }) => ({
    id,
    words: `${name} (${roleWords[role]})`,
  }));
  const present = contact?.membershipId ?? null;
  // While the names are on their way, the one that is chosen is there already, so that it stays chosen.
  const isKnown = present === null || known.some(({ id }) => id === present);
  const choices = isKnown ? known : [...known, { id: present, words: 'As before' }];
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: api.contacts.pathKey() });
    onClose();
  };
  const create = useMutation(api.contacts.create.mutationOptions({ onSuccess }));
  const update = useMutation(api.contacts.update.mutationOptions({ onSuccess }));
  const form = useForm<ContactDraft>({ defaultValues: contactDraft(contact) });
  const problems = formProblems(contact ? update.error : create.error, problemFields(form.getValues()));
  const submit = (values: ContactDraft) => {
    // What is shown must keep the places of what is sent.
    const meant = values.methods.filter((method) => !isBlank(method));
    if (meant.length < values.methods.length) form.setValue('methods', meant);
    if (contact) update.mutate({ contactId: contact.id, ...contactOf(values) });
    else create.mutate({ clientId, ...contactOf(values) });
  };
  return (
    <Dialog isOpen isWide onOpenChange={onClose} title={contact ? contact.name : 'New contact'}>
      <FormProvider {...form}>
        <form
          noValidate
          className="flex flex-col gap-5 max-sm:[&_input]:text-base"
          onSubmit={(event) => void form.handleSubmit(submit)(event)}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" error={problems.of('name')}>
              <TextInput {...form.register('name')} autoComplete="off" />
            </Field>
            <Field label="Role" hint="For example Head of payroll." isOptional error={problems.of('title')}>
              <TextInput {...form.register('title')} autoComplete="off" />
            </Field>
            <Field
              label="Signs in as"
              hint="For messages in Calmline, for their devices, and so that they keep their own card."
              error={
                problems.of('membershipId') ?? (members.isError ? errorWords(members.error).words : null)
              }
              className="sm:col-span-2"
            >
              <Select {...form.register('membershipId')}>
                <option value="">Nobody: needs no login</option>
                {choices.map(({ id, words }) => (
                  <option key={id} value={id}>
                    {words}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <ContactMethodFields problemOf={problems.of} />
          <ContactHoursFields problemOf={problems.of} />
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
