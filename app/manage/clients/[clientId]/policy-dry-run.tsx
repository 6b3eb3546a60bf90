'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC, type RouterInputs } from '@/api/client';
import { urgencies, type Urgency } from '@/domain/calls/model';
import type { Policy } from '@/domain/escalations/model';
import { Button } from '@/ui/button';
import { EscalationPlanSteps } from '@/ui/escalation-plan';
import { Field, Select } from '@/ui/field';
import { Time } from '@/ui/time';
import { ZonedTimeField } from '@/ui/zoned-time-field';
import { urgencyNames } from './policy-urgencies';

export type PolicyDryRunProps = {
  clientId: string;
  /** Of the policy that is edited; null: the general one. */
  urgency: Urgency | null;
  zone: string;
  /** What stands in the form and is not saved; null: what is saved. */
  draft: () => Policy | null;
};

/** Who would be told, by what and when, if an escalation began then. Nobody is told by asking. */
export function PolicyDryRun({ clientId, urgency, zone, draft }: PolicyDryRunProps) {
  const api = useTRPC();
  const [at, setAt] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Urgency>(urgency ?? 'urgent');
  const [isOfDraft, setIsOfDraft] = useState(false);
  const queries = useQueryClient();
  // Asked anew at each press: who is on call may have changed since.
  const run = useMutation({
    mutationFn: (input: RouterInputs['policies']['dryRun']) =>
      queries.fetchQuery({
        ...api.policies.dryRun.queryOptions(input),
        staleTime: 0,
        gcTime: 0,
        retry: false,
      }),
  });
  const ask = () => {
    const policy = draft();
    setIsOfDraft(policy !== null);
    run.mutate({
      clientId,
      urgency: urgency ?? chosen,
      ...(at !== null && { at }),
      ...(policy !== null && { policy }),
    });
  };
  return (
    <section
      aria-label="Who would be told?"
      className="flex flex-col gap-3 rounded-md border border-line bg-sunken p-3"
    >
      <div>
        <h3 className="font-semibold">Who would be told?</h3>
        <p className="text-ink-soft">
          Goes through the steps as they stand above, saved or not. Nobody is told by trying it.
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ZonedTimeField
          label="If it began"
          hint="Empty: now."
          zone={zone}
          value={at}
          isOptional
          onChange={setAt}
        />
        {urgency === null ? (
          <Field label="How urgent" className="w-40">
            <Select
              value={chosen}
              onChange={(event) => setChosen(urgencies.find((one) => one === event.target.value) ?? 'urgent')}
            >
              {urgencies.map((one) => (
                <option key={one} value={one}>
                  {urgencyNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Button isBusy={run.isPending} onClick={ask}>
          Show who would be told
        </Button>
      </div>
      <div role="status" className="flex flex-col gap-2">
        {run.isError ? <Problems error={run.error} /> : null}
        {run.data ? (
          <>
            <p className="font-medium">
              {isOfDraft ? 'By the steps above, not saved yet' : 'By the saved policy'};{' '}
              {urgencyNames[run.data.urgency].toLowerCase()}; beginning{' '}
              <Time at={run.data.at} zone={zone} show="absolute" />
            </p>
            <EscalationPlanSteps plan={run.data} zone={zone} isDated />
          </>
        ) : null}
      </div>
    </section>
  );
}

/** What is wrong with the steps, each with its place. */
function Problems({ error }: { error: unknown }) {
  const { words, problems } = errorWords(error);
  return (
    <div className="text-critical">
      <p className="font-medium">{problems.length === 0 ? words : 'The steps cannot be tried yet:'}</p>
      <ul className="list-disc pl-5">
        {problems.map((problem) => (
          <li key={`${problem.field}:${problem.words}`}>
            {stepOf(problem.field)}
            {problem.words}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "Step 2: " for `policy.steps.1.targets`. */
function stepOf(field: string): string {
  const n = /steps\.(\d+)/.exec(field)?.[1];
  return n === undefined ? '' : `Step ${Number(n) + 1}: `;
}
