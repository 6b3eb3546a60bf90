'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Scorecard } from '@/domain/coaching/model';
import { Button } from '@/ui/button';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { CriterionList } from './criterion-list';
import { criteriaOf, formDraft, type FormDraft } from './form-draft';

const fieldsOf = (count: number) => [
  'criteria',
  ...Array.from({ length: count }, (_, n) =>
    ['name', 'hint', 'weight'].map((field) => `criteria.${n}.${field}`),
  ).flat(),
];

export type FormEditorProps = {
  saved: Scorecard;
  /** The version in force, as far as this screen knows; null: not known. */
  newest: Scorecard | null;
  onTouched: () => void;
  onSaved: (saved: Scorecard) => void;
  /** Throws away what was changed here and shows the version in force. */
  onLoad: () => void;
};

/** Writes the next version of the form. */
export function FormEditor({ saved, newest, onTouched, onSaved, onLoad }: FormEditorProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const form = useForm<FormDraft>({ defaultValues: formDraft(saved.criteria) });
  const { isDirty } = form.formState;
  const touched = useEffectEvent(onTouched);
  useEffect(() => {
    if (isDirty) touched();
  }, [isDirty]);
  const save = useMutation(
    api.scores.setForm.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.scores.form.queryKey(), next);
        void queries.invalidateQueries({ queryKey: api.scores.pathKey() });
        onSaved(next);
      },
    }),
  );
  const problems = formProblems(save.error, fieldsOf(sent));
  const isBehind = newest !== null && newest.version > saved.version;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="The form"
        className="flex min-w-0 flex-col gap-4"
        onSubmit={(event) =>
          void form.handleSubmit((draft) => {
            setSent(draft.criteria.length);
            save.mutate({ version: saved.version, criteria: criteriaOf(draft) });
          })(event)
        }
      >
        <CriterionList problemOf={problems.of} />
        {isBehind ? (
          <div
            role="status"
            className="flex flex-wrap items-center gap-3 rounded-md bg-medium-soft px-3 py-2"
          >
            <p className="text-medium">
              {newest.createdByName ?? 'Somebody'} has saved version {newest.version} meanwhile.
            </p>
            <Button size="compact" onClick={onLoad}>
              Show theirs; mine is thrown away
            </Button>
          </div>
        ) : null}
        <FormFoot
          submitWords={`Save as version ${saved.version + 1}`}
          isBusy={save.isPending}
          problem={problems.words}
          done={
            isDirty
              ? null
              : saved.version === 0
                ? 'The trade’s own form.'
                : `Version ${saved.version} is in force.`
          }
        />
      </form>
    </FormProvider>
  );
}
