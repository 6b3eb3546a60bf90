'use client';

import { updateStates } from '@/domain/updates/model';
import { Field, Select } from './field';
import { updateStateWords } from './update-state';
import { useFilters } from './use-filters';

/** Which callers are shown, by what became of them; in the address as `?state=`. */
export function UpdateStateFilter() {
  const filters = useFilters('state');
  return (
    <Field label="State">
      <Select
        value={filters.get('state') ?? ''}
        onChange={(event) => filters.set('state', event.target.value)}
      >
        <option value="">All</option>
        {updateStates.map((state) => (
          <option key={state} value={state}>
            {updateStateWords(state)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
