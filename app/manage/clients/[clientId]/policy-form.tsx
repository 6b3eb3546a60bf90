'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { FormProvider, useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { Urgency } from '@/domain/calls/model';
import type { Policy } from '@/domain/escalations/model';
import { Button } from '@/ui/button';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { blankStep, policyDraft, policyOf, targetText, type PolicyDraft } from './policy-draft';
import { PolicyDryRun } from './policy-dry-run';
import { PolicyStep, type TargetChoice } from './policy-step';

const AT_MOST = 10;

export type PolicyFormProps = {
  clientId: string;
  /** For this urgency alone; null: for all without one of their own. */
  urgency: Urgency | null;
  policy: Policy | null;
  /** Whether `policy` is the saved one, not a proposal. */
  isSaved: boolean;
  choices: readonly TargetChoice[];
  /** The client's clocks. */
  zone: string;
};

/** The ordered steps of an escalation, how often they repeat, and whether silence after a "yes" begins them again. */
export function PolicyForm({ clientId, urgency, policy, isSaved, choices, zone }: PolicyFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const known = new Set(choices.map(({ value }) => value));
  const whose = urgency === null ? {} : { urgency };
  const form = useForm<PolicyDraft>({ defaultValues: policyDraft(policy, known) });
  const { control, register } = form;
  // Read while rendering: only then does the form keep count.
  const { isDirty } = form.formState;
  const { fields, append, remove, move } = useFieldArray({ control, name: 'steps' });
  const isReopened = useWatch({ control, name: 'isReopened' });
  const save = useMutation(
    api.policies.set.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.policies.get.queryKey({ clientId, ...whose }), saved);
        void queries.invalidateQueries({ queryKey: api.escalations.preview.pathKey() });
        form.reset(policyDraft(saved, known));
      },
    }),
  );
  const stepFields = fields.flatMap((_, n) => [`steps.${n}.targets`, `steps.${n}.delaySeconds`]);
  const problems = formProblems(save.error, ['cycles', 'acknowledgementTimeoutSeconds', ...stepFields]);

  const hasLostTarget = policy?.steps.some((step) =>
    step.targets.some((target) => !known.has(targetText(target))),
  );

  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void form.handleSubmit((draft) => save.mutate({ clientId, ...whose, ...policyOf(draft) }))(event)
        }
      >
        {hasLostTarget ? (
          <p className="font-medium text-high">
            A step names somebody who was removed. It goes by without telling that person: choose somebody
            else and save.
          </p>
        ) : null}
        <ol className="flex flex-col gap-3">
          {fields.map((field, index) => (
            <PolicyStep
              key={field.id}
              index={index}
              count={fields.length}
              choices={choices}
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
            onClick={() => append(blankStep)}
          >
            Add step
          </Button>
        </div>
        <Field
          label="How often all steps are gone through"
          hint="After the last round the escalation counts as unanswered, and your account managers see it in red."
          error={problems.of('cycles') && 'Choose from 1 to 10 rounds.'}
        >
          <TextInput
            type="number"
            min={1}
            max={10}
            inputMode="numeric"
            className="w-24!"
            {...register('cycles')}
          />
        </Field>
        <Choice
          type="checkbox"
          label="Begin again when somebody acknowledged but nobody resolved"
          {...register('isReopened')}
        />
        {isReopened ? (
          <Field
            label="After how many minutes"
            error={
              problems.of('acknowledgementTimeoutSeconds') &&
              'Choose from 1 minute to 7 days (10,080 minutes).'
            }
          >
            <TextInput
              type="number"
              min={1}
              inputMode="numeric"
              className="w-24!"
              {...register('reopenMinutes')}
            />
          </Field>
        ) : null}
        <FormFoot
          submitWords="Save policy"
          isBusy={save.isPending}
          problem={problems.words}
          done={
            save.isSuccess ? 'Saved. Escalations that already run keep the policy they began with.' : null
          }
        />
      </form>
      <PolicyDryRun
        clientId={clientId}
        urgency={urgency}
        zone={zone}
        draft={() => (isDirty || !isSaved ? policyOf(form.getValues()) : null)}
      />
    </FormProvider>
  );
}
