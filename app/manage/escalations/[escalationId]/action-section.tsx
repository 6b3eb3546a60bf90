'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { useTRPC } from '@/api/client';
import { actionKinds, type ActionKind, type ReviewPage } from '@/domain/reviews/model';
import { actionWords } from '@/domain/reviews/verdict-words';
import { Field, Select, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { ActionList } from '@/ui/action-list';

type Draft = { kind: ActionKind; words: string; actionId: string };
const blank = (): Draft => ({ kind: 'contact_data', words: '', actionId: v7() });

/** What this client has to mend; its authors and admins see it in their portal, and say when it is done. */
export function ActionSection({ page }: { page: ReviewPage }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(blank);
  const create = useMutation(
    api.reviewActions.create.mutationOptions({
      onSuccess: () => {
        setDraft(blank());
        void queries.invalidateQueries({ queryKey: api.reviews.get.queryKey({ escalationId: page.id }) });
      },
    }),
  );
  const problems = formProblems(create.error, ['words']);
  return (
    <section aria-labelledby="actions" className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 id="actions" className="font-semibold">
        For {page.clientName ?? 'the client'} to mend
      </h3>
      {page.actions.length > 0 ? (
        <ActionList actions={page.actions} zone={page.clientTimeZone} escalationId={page.id} />
      ) : (
        <p className="text-ink-soft">Nothing so far.</p>
      )}
      <form
        noValidate
        aria-label="Something to mend"
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ escalationId: page.id, ...draft });
        }}
      >
        <div className="flex flex-wrap items-start gap-3">
          <Field label="What is wrong" className="w-52">
            <Select
              value={draft.kind}
              onChange={({ target }) => {
                const kind = actionKinds.find((one) => one === target.value) ?? draft.kind;
                setDraft({ ...draft, kind });
              }}
            >
              {actionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {actionWords(kind)}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="In words for the client"
            name="words"
            className="min-w-64 flex-1"
            error={problems.of('words')}
          >
            <TextInput
              autoComplete="off"
              maxLength={500}
              value={draft.words}
              onChange={(event) => setDraft({ ...draft, words: event.target.value })}
            />
          </Field>
        </div>
        <FormFoot
          submitWords="Ask the client"
          isBusy={create.isPending}
          problem={problems.words}
          done={create.isSuccess ? 'Asked.' : null}
        />
      </form>
    </section>
  );
}
