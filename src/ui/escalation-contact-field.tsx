'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { Field, Select } from './field';

export type EscalationContactFieldProps = {
  clientId: string | null;
  label: string;
  value: string;
  onChange: (contactId: string) => void;
  error: string | null;
};

/** Which of the client's people it was. */
export function EscalationContactField(props: EscalationContactFieldProps) {
  const { clientId, label, value, onChange, error } = props;
  const api = useTRPC();
  const contacts = useQuery({
    ...api.contacts.list.queryOptions({ clientId: clientId ?? '', limit: 100 }),
    enabled: clientId !== null,
  });
  const people = contacts.data?.items ?? [];
  const missing = contacts.isError
    ? `The contacts cannot be shown. ${errorWords(contacts.error).words}`
    : clientId === null || (contacts.data && people.length === 0)
      ? 'No contact is set up for this client.'
      : null;
  return (
    <Field label={label} error={error ?? missing}>
      <Select value={value} required onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose a person</option>
        {people.map(({ id, name, title }) => (
          <option key={id} value={id}>
            {title ? `${name}, ${title}` : name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
