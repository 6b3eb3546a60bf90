'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { abandonedRules, setServiceRulesInput, type ServiceRules } from '@/domain/tenancy/model';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { billingWords } from '@/ui/report-words';
import { abandonedWords, serviceLevelWords } from '@/ui/service-level-words';
import { PlaybookSelect } from '../playbook-select';

type Numbers =
  | 'serviceLevelPercent'
  | 'serviceLevelSeconds'
  | 'abandonedAfterSeconds'
  | 'billingStepSeconds'
  | 'billingLeastSeconds';
type Typed = Omit<ServiceRules, Numbers> & Record<Numbers, string>;

const fields = [
  ...(['playbookId', 'serviceLevelPercent', 'serviceLevelSeconds', 'abandonedAfterSeconds'] as const),
  ...(['billingStepSeconds', 'billingLeastSeconds'] as const),
] as const;

/** A field without a number counts as one that the API refuses in words. */
const number = (text: string) => (text.trim() === '' ? -1 : Number(text));

function rulesOf(typed: Typed): ServiceRules {
  const seconds = number(typed.abandonedAfterSeconds);
  const isAskedFor = typed.abandonedRule === 'after_threshold';
  return {
    ...typed,
    serviceLevelPercent: number(typed.serviceLevelPercent),
    serviceLevelSeconds: number(typed.serviceLevelSeconds),
    // A field that is not shown must not be what is wrong.
    abandonedAfterSeconds: isAskedFor || (seconds >= 0 && seconds <= 120) ? seconds : 0,
    billingStepSeconds: number(typed.billingStepSeconds),
    billingLeastSeconds: number(typed.billingLeastSeconds),
  };
}

export function ServiceRulesForm({ saved }: { saved: ServiceRules }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>({
    ...saved,
    serviceLevelPercent: String(saved.serviceLevelPercent),
    serviceLevelSeconds: String(saved.serviceLevelSeconds),
    abandonedAfterSeconds: String(saved.abandonedAfterSeconds),
    billingStepSeconds: String(saved.billingStepSeconds),
    billingLeastSeconds: String(saved.billingLeastSeconds),
  });
  const save = useMutation(
    api.serviceRules.set.mutationOptions({
      onSuccess: (newest) => {
        queries.setQueryData(api.serviceRules.get.queryKey(), newest);
        void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
      },
    }),
  );
  const problems = formProblems(save.error, fields);
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    if (!save.isPending) save.reset();
  };
  const numberField = (name: Numbers) => (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      className="w-24!"
      value={typed[name]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
  const wrong = (name: Numbers, range: string) =>
    problems.of(name) === undefined ? undefined : `Write a whole number ${range}.`;
  const isThreshold = typed.abandonedRule === 'after_threshold';
  const rules = setServiceRulesInput.safeParse(rulesOf(typed));
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rulesOf(typed));
      }}
    >
      <section aria-labelledby="service-level" className="flex flex-col gap-4">
        <h2 id="service-level" className="text-base font-semibold">
          Service level
        </h2>
        <p role="status" className="rounded-md bg-sunken px-3 py-2">
          {rules.success
            ? serviceLevelWords(rules.data)
            : 'With whole numbers in the fields below, the rule stands here in words.'}
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Percent of calls" error={wrong('serviceLevelPercent', 'from 1 to 100')}>
            {numberField('serviceLevelPercent')}
          </Field>
          <Field
            label="Answered within how many seconds"
            error={wrong('serviceLevelSeconds', 'from 1 to 600')}
          >
            {numberField('serviceLevelSeconds')}
          </Field>
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Callers who hang up before they are answered</legend>
          {abandonedRules.map((rule) => (
            <Choice
              key={rule}
              type="radio"
              name="abandonedRule"
              checked={typed.abandonedRule === rule}
              onChange={() => change({ abandonedRule: rule })}
              label={abandonedWords[rule]}
            />
          ))}
        </fieldset>
        {isThreshold ? (
          <Field
            label="Early is within how many seconds"
            error={wrong('abandonedAfterSeconds', 'from 0 to 120')}
          >
            {numberField('abandonedAfterSeconds')}
          </Field>
        ) : null}
      </section>
      <section aria-labelledby="billing" className="flex flex-col gap-4 border-t border-line pt-5">
        <h2 id="billing" className="text-base font-semibold">
          Billing
        </h2>
        <p role="status" className="rounded-md bg-sunken px-3 py-2">
          {rules.success
            ? billingWords(rules.data)
            : 'With whole numbers in the fields below, the rule stands here in words.'}
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Round each call up to steps of how many seconds"
            hint="Of the operator’s time, the wrap-up included. 60 bills whole minutes, 1 bills by the second."
            error={wrong('billingStepSeconds', 'from 1 to 3600')}
          >
            {numberField('billingStepSeconds')}
          </Field>
          <Field
            label="At least how many seconds a call"
            hint="0 where there is no least."
            error={wrong('billingLeastSeconds', 'from 0 to 3600')}
          >
            {numberField('billingLeastSeconds')}
          </Field>
        </div>
      </section>
      <section aria-labelledby="playbook" className="flex flex-col gap-4 border-t border-line pt-5">
        <h2 id="playbook" className="text-base font-semibold">
          Playbook
        </h2>
        <Field
          label="Your service’s playbook"
          hint="It guides every call for which neither briefing, call type nor client names one."
          error={problems.of('playbookId')}
        >
          <PlaybookSelect
            value={typed.playbookId}
            className="max-w-md"
            onChange={(playbookId) => change({ playbookId: playbookId ?? typed.playbookId })}
          />
        </Field>
      </section>
      <FormFoot
        submitWords="Save rules"
        isBusy={save.isPending}
        problem={problems.words}
        done={save.isSuccess ? 'Saved. The wall and the reports count by it from now on.' : null}
      />
    </form>
  );
}
