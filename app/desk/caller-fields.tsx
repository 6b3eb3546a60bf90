'use client';

import { useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { Field, TextInput } from '@/ui/field';
import { completePhone, Phone } from '@/ui/phone';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';

type CallerFieldsProps = {
  call: CallCard;
  fields: ShownFields;
  onChange: (patch: CallFields) => void;
  onPhone: (text: string) => void;
};

/** Who calls, and the number that reaches them. */
export function CallerFields({ call, fields, onChange, onPhone }: CallerFieldsProps) {
  const [isTypingPhone, setIsTypingPhone] = useState(false);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Caller’s name" name="callerName">
        <TextInput
          value={fields.callerName}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ callerName: event.target.value })}
        />
      </Field>
      <Field
        label="Number to call back"
        name="callerPhone"
        error={isTypingPhone ? null : fields.phoneProblem}
      >
        <TextInput
          type="tel"
          value={fields.callerPhone}
          maxLength={64}
          autoComplete="off"
          onFocus={() => setIsTypingPhone(true)}
          onBlur={() => {
            setIsTypingPhone(false);
            const complete = completePhone(fields.callerPhone, call.dnis);
            if (complete !== fields.callerPhone) onPhone(complete);
          }}
          onChange={(event) => onPhone(event.target.value)}
        />
        {call.isAniValid && fields.callerPhone !== call.ani ? (
          <button
            type="button"
            className="min-h-6 self-start text-[13px] text-accent underline underline-offset-2"
            onClick={() => onPhone(call.ani)}
          >
            Use <Phone number={call.ani} />
          </button>
        ) : null}
      </Field>
    </div>
  );
}
