'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Controller, FormProvider, useFieldArray, useForm } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { CallType } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { ArchiveCallType } from './archive-call-type';
import { blankField, callTypeDraft, intakeOf, type CallTypeDraft } from './call-type-draft';
import { CallTypeField } from './call-type-field';
import { ClientPicker } from './client-picker';
import { PlaybookSelect } from './playbook-select';

const AT_MOST = 30;

export type CallTypeDialogProps = {
  /** The one to change; left out: a new one. */
  callType?: CallType;
  /** Whose a new one is; left out: asked for. */
  clientId?: string;
  onClose: () => void;
};

/** Why somebody calls: what they are asked then, and by which method the call is taken. */
export function CallTypeDialog({ callType, clientId, onClose }: CallTypeDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [isArchiving, setIsArchiving] = useState(false);
  const form = useForm<CallTypeDraft>({
    defaultValues: callTypeDraft(
      callType ?? { name: '', clientId: clientId ?? null, playbookId: null, intake: [] },
    ),
  });
  const { control, register, handleSubmit } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'intake' });
  const onSuccess = () => {
    void queries.invalidateQueries({ queryKey: api.callTypes.pathKey() });
    onClose();
  };
  const create = useMutation(api.callTypes.create.mutationOptions({ onSuccess }));
  const change = useMutation(api.callTypes.change.mutationOptions({ onSuccess }));
  const problems = formProblems(callType ? change.error : create.error, [
    ...['name', 'playbookId', 'clientId'],
    ...fields.flatMap((_, n) => [`intake.${n}.label`, `intake.${n}.choices`]),
  ]);

  const submit = (draft: CallTypeDraft) => {
    const { name, playbookId } = draft;
    const intake = intakeOf(draft);
    if (callType) change.mutate({ callTypeId: callType.id, name, playbookId, intake });
    else create.mutate({ clientId: draft.clientId, name, playbookId, intake });
  };
  if (callType && isArchiving) {
    return <ArchiveCallType callType={callType} onClose={() => setIsArchiving(false)} onDone={onClose} />;
  }
  return (
    <Dialog isOpen isWide onOpenChange={onClose} title={callType ? callType.name : 'New call type'}>
      <FormProvider {...form}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => void handleSubmit(submit)(event)}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Name"
              hint="What operators choose, for example Payslip."
              error={problems.of('name')}
            >
              <TextInput {...register('name')} autoComplete="off" />
            </Field>
            <Field
              label="Playbook"
              hint="A briefing that names one goes before."
              error={problems.of('playbookId')}
            >
              <Controller
                control={control}
                name="playbookId"
                render={({ field }) => (
                  <PlaybookSelect
                    value={field.value}
                    noneWords="The client’s usual one"
                    onChange={field.onChange}
                  />
                )}
              />
            </Field>
          </div>
          {callType === undefined && clientId === undefined ? (
            <Controller
              control={control}
              name="clientId"
              render={({ field }) => (
                <ClientPicker
                  value={field.value}
                  onChange={field.onChange}
                  placeholder="All clients"
                  error={problems.of('clientId')}
                />
              )}
            />
          ) : null}
          <section aria-labelledby="call-type-fields" className="flex flex-col gap-2">
            <h3 id="call-type-fields" className="font-semibold">
              What callers are asked
            </h3>
            <ol className="flex flex-col gap-3 empty:hidden">
              {fields.map((field, index) => (
                <CallTypeField
                  key={field.id}
                  index={index}
                  count={fields.length}
                  problemOf={problems.of}
                  onMove={(to) => move(index, to)}
                  onRemove={() => remove(index)}
                />
              ))}
            </ol>
            <div>
              <Button
                icon={<Plus aria-hidden className="size-4" />}
                disabled={fields.length >= AT_MOST}
                onClick={() => append(blankField())}
              >
                Add field
              </Button>
            </div>
          </section>
          <FormFoot
            submitWords={callType ? 'Save' : 'Create call type'}
            isBusy={create.isPending || change.isPending}
            problem={problems.words}
          >
            {callType ? (
              <Button variant="quiet" onClick={() => setIsArchiving(true)}>
                Archive
              </Button>
            ) : null}
          </FormFoot>
        </form>
      </FormProvider>
    </Dialog>
  );
}
