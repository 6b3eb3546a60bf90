'use client';

import { useState } from 'react';
import { urgencies, type Urgency } from '@/domain/calls/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { PolicyOf } from './policy-of';
import { urgencyNames } from './policy-urgencies';
import { usePolicyChoices } from './use-policy-choices';

const tabs: readonly (Urgency | null)[] = [null, ...urgencies];

/** The general policy, and those that some urgencies have of their own. */
export function PolicySection({ clientId }: { clientId: string }) {
  const [urgency, setUrgency] = useState<Urgency | null>(null);
  const { choices, zone, problem, retry } = usePolicyChoices(clientId);
  if (problem !== null) {
    return <LoadError words={`The policy cannot be shown. ${problem}`} onRetry={retry} />;
  }
  if (choices === null || zone === null) {
    return <LoadingRows rows={4} height={56} label="The policy is being loaded." />;
  }
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 font-medium">For which urgency</legend>
        <div className="flex flex-wrap gap-1">
          {tabs.map((one) => (
            <label
              key={one ?? 'all'}
              className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="policy-urgency"
                checked={urgency === one}
                onChange={() => setUrgency(one)}
                className="size-3.5 accent-accent outline-none"
              />
              {one === null ? 'All urgencies' : urgencyNames[one]}
            </label>
          ))}
        </div>
      </fieldset>
      {tabs.map((one) => (
        // All stay in place, so that what is typed for one urgency is not lost by looking at another.
        <div key={one ?? 'all'} hidden={urgency !== one}>
          <PolicyOf clientId={clientId} urgency={one} choices={choices} zone={zone} />
        </div>
      ))}
    </div>
  );
}
