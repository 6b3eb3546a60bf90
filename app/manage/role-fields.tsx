'use client';

import type { Member } from '@/domain/tenancy/model';
import { Field, Select } from '@/ui/field';
import { ClientPicker } from './client-picker';
import { clientsRoles, isClientsRole, ownRoles, roleOf, roleWords } from '@/ui/role-words';

export type RoleChoice = { role: Member['role']; clientId: string | null };

export type RoleFieldsProps = {
  value: RoleChoice;
  onChange: (value: RoleChoice) => void;
  problemOf: (field: string) => string | undefined;
};

/** A role, and for a client's role the client it is walled into. */
export function RoleFields({ value, onChange, problemOf }: RoleFieldsProps) {
  return (
    <>
      <Field label="Role" error={problemOf('role')} className="w-64 max-w-full">
        <Select
          value={value.role}
          onChange={({ target }) => {
            const role = roleOf(target.value);
            onChange({ role, clientId: isClientsRole(role) ? value.clientId : null });
          }}
        >
          <optgroup label="Your service">
            {ownRoles.map((role) => (
              <option key={role} value={role}>
                {roleWords[role]}
              </option>
            ))}
          </optgroup>
          <optgroup label="A client’s people">
            {clientsRoles.map((role) => (
              <option key={role} value={role}>
                {roleWords[role]}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      {isClientsRole(value.role) ? (
        <ClientPicker
          value={value.clientId}
          placeholder="Choose a client"
          error={problemOf('clientId')}
          onChange={(clientId) => onChange({ ...value, clientId })}
        />
      ) : null}
    </>
  );
}
