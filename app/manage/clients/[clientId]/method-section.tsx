'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import { Button } from '@/ui/button';
import { Field, TextArea } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { CallTypeDialog } from '../../call-type-dialog';
import { CallTypeList } from '../../call-type-list';
import { PlaybookSelect } from '../../playbook-select';
import { linesOf } from './remedy-lines';

function MethodForm({ client }: { client: Client }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [playbookId, setPlaybookId] = useState(client.playbookId);
  const [remedies, setRemedies] = useState(client.routineRemedies.join('\n'));
  const update = useMutation(
    api.clients.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.clients.get.queryKey({ clientId: saved.id }), saved);
        void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
      },
    }),
  );
  const lines = linesOf(remedies).map((_, n) => `routineRemedies.${n}`);
  const problems = formProblems(update.error, ['playbookId', 'routineRemedies', ...lines]);
  const wrongLine = lines.findIndex((line) => problems.of(line) !== undefined);
  const wrongRemedies =
    problems.of('routineRemedies') ??
    (wrongLine < 0 ? undefined : `Line ${wrongLine + 1}: ${problems.of(`routineRemedies.${wrongLine}`)}`);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ clientId: client.id, playbookId, routineRemedies: linesOf(remedies) });
      }}
    >
      <Field
        label="Playbook"
        hint="The method for calls whose briefing and call type name none."
        error={problems.of('playbookId')}
      >
        <PlaybookSelect
          value={playbookId}
          noneWords="Your service’s usual one"
          onChange={setPlaybookId}
          className="max-w-md"
        />
      </Field>
      <Field
        label="Routine remedies"
        hint="What may be settled on the spot under every playbook, one a line: an appointment, a copy of a letter."
        isOptional
        error={wrongRemedies}
      >
        <TextArea
          rows={4}
          value={remedies}
          onChange={({ target }) => setRemedies(target.value)}
          className="field-sizing-content max-h-80 min-h-20"
        />
      </Field>
      <FormFoot
        submitWords="Save how calls are taken"
        isBusy={update.isPending}
        problem={problems.words}
        done={update.isSuccess ? 'Saved. It holds from the next call on.' : null}
      />
    </form>
  );
}

/** By which method this client's calls are taken, what may be settled on the spot, and why its callers call. */
export function MethodSection({ client }: { client: Client }) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <MethodForm client={client} />
      <section aria-labelledby="call-types" className="flex flex-col gap-3">
        <h3 id="call-types" className="font-semibold">
          Call types
        </h3>
        <CallTypeList clientId={client.id} emptyTitle="No call type for this client yet." />
        <div>
          <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setIsAdding(true)}>
            Add call type
          </Button>
        </div>
        {isAdding ? <CallTypeDialog clientId={client.id} onClose={() => setIsAdding(false)} /> : null}
      </section>
    </div>
  );
}
