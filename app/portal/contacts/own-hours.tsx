'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { hoursDraft, hoursOf, type HoursDraft } from '@/ui/contact-draft';
import { ContactHoursFields, hoursFields } from '@/ui/contact-hours-fields';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';

/** When this person may be disturbed, for them to say. */
export function OwnHours({ contact }: { contact: Contact }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const update = useMutation(
    api.contacts.update.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.contacts.pathKey() }),
    }),
  );
  const form = useForm<HoursDraft>({ defaultValues: hoursDraft(contact) });
  const problems = formProblems(update.error, hoursFields);
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-4 border-t border-line pt-4 max-sm:[&_input]:text-base"
        onSubmit={(event) =>
          void form.handleSubmit((values) => update.mutate({ contactId: contact.id, ...hoursOf(values) }))(
            event,
          )
        }
      >
        <ContactHoursFields problemOf={problems.of} />
        <FormFoot
          submitWords="Save hours"
          isBusy={update.isPending}
          problem={problems.words}
          done={update.isSuccess ? 'Saved.' : null}
        />
      </form>
    </FormProvider>
  );
}
