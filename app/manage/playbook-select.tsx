'use client';

import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTRPC } from '@/api/client';
import { Select } from '@/ui/field';
import { playbookName } from '@/ui/playbook-words';

type Props = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  value: string | null;
  /** What null means here; left out: a playbook has to be named. */
  noneWords?: string;
  onChange: (playbookId: string | null) => void;
};

/** One of the playbooks that are offered. One that is chosen and offered no more stays until another is chosen. */
export function PlaybookSelect({ value, noneWords, onChange, ...rest }: Props) {
  const api = useTRPC();
  const options = useQuery(api.playbooks.options.queryOptions()).data ?? [];
  const isListed = value === null || options.some(({ id }) => id === value);
  return (
    <Select {...rest} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
      {noneWords === undefined ? null : <option value="">{noneWords}</option>}
      {isListed ? null : <option value={value}>{playbookName(value)}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
