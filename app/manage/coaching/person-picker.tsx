'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { Field, Select } from '@/ui/field';
import { isClientsRole } from '@/ui/role-words';

export type PersonPickerProps = {
  value: string | null;
  onChange: (memberId: string | null) => void;
};

/** Somebody of the staff; those who have left can still be looked at. */
export function PersonPicker({ value, onChange }: PersonPickerProps) {
  const api = useTRPC();
  const members = useQuery(api.members.list.queryOptions());
  const staff = (members.data ?? [])
    .filter(({ role }) => !isClientsRole(role))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <Field label="Operator">
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">Everybody</option>
        {staff.map(({ id, name, isDisabled }) => (
          <option key={id} value={id}>
            {isDisabled ? `${name} (left)` : name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
