'use client';

import type { CallCard } from '@/domain/calls/model';
import { Field, Select } from '@/ui/field';
import { callTypesFor } from './call-types';
import { useDesk } from './desk-context';
import type { CallFields } from './outbox';

type CallTypeFieldProps = {
  call: CallCard;
  callTypeId: string | null;
  onChange: (patch: CallFields) => void;
};

/** What kind of matter it is: it adds fields of its own, and may bring another playbook. */
export function CallTypeField({ call, callTypeId, onChange }: CallTypeFieldProps) {
  const { state } = useDesk();
  const types = callTypesFor(state, call, callTypeId);
  if (types.length === 0) return null;
  return (
    <Field label="Call type" name="callType">
      <Select
        value={callTypeId ?? ''}
        onChange={(event) => onChange({ callTypeId: event.target.value || null })}
      >
        <option value="">Not chosen yet</option>
        {types.map((type) => (
          <option key={type.id} value={type.id}>
            {type.archivedAt === null ? type.name : `${type.name} (no longer offered)`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
