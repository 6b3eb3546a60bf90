'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { Dialog } from '@/ui/dialog';
import { Field, Select, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';

export type NewPlaybookProps = {
  /** What it is copied from; left out: asked for. */
  from?: { id: string; name: string };
  onClose: () => void;
};

/** A playbook of one's own begins as a copy: nobody has to write a method from nothing. */
export function NewPlaybook({ from, onClose }: NewPlaybookProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [fromId, setFromId] = useState(from?.id ?? 'step_back');
  const names = useQuery(api.playbooks.options.queryOptions(undefined, { enabled: from === undefined }));
  const source = useQuery(api.playbooks.get.queryOptions({ playbookId: fromId }));
  const create = useMutation(
    api.playbooks.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
        router.push(`/manage/playbooks/${id}`);
      },
    }),
  );
  const problems = formProblems(create.error, ['content.name']);
  const isMissing = source.isError ? errorWords(source.error).words : null;
  return (
    <Dialog isOpen onOpenChange={onClose} title="A playbook of your own">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const content = source.data?.playbook.content;
          const name = textOf(new FormData(event.currentTarget), 'name');
          if (content) create.mutate({ content: { ...content, name } });
        }}
      >
        {from ? (
          <p>It begins as a copy of “{from.name}”. Nothing changes there.</p>
        ) : (
          <Field label="Begin with a copy of">
            <Select value={fromId} onChange={({ target }) => setFromId(target.value)}>
              {(names.data ?? [{ id: fromId, name: '…' }]).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field
          label="Name"
          hint="Operators see it above the steps. It guides no call until a briefing, a call type, a client or your service names it."
          error={problems.of('content.name')}
        >
          <TextInput name="name" autoComplete="off" maxLength={60} />
        </Field>
        <FormFoot
          submitWords="Write it"
          isBusy={create.isPending || source.isPending}
          problem={problems.words ?? isMissing}
        />
      </form>
    </Dialog>
  );
}
