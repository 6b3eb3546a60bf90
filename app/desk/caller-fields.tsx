'use client';

import { useState } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import type { WordingRules } from '@/domain/wording/model';
import { Field, TextArea, TextInput } from '@/ui/field';
import { completePhone, Phone } from '@/ui/phone';
import { WordingHints } from '@/ui/wording-hints';
import { IntakeFields } from './intake-fields';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';

type CallerFieldsProps = {
  call: CallCard;
  fields: ShownFields;
  intake: BriefingContent['intake'];
  rules: WordingRules;
  onChange: (patch: CallFields) => void;
  onPhone: (text: string) => void;
};

/** Who calls, what they want, and what the client asked to find out. */
export function CallerFields({ call, fields, intake, rules, onChange, onPhone }: CallerFieldsProps) {
  const [isTypingPhone, setIsTypingPhone] = useState(false);
  return (
    <section aria-label="About the caller" className="flex flex-col gap-3">
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
      <IntakeFields
        intake={intake}
        values={fields.intake}
        onChange={(values) => onChange({ intake: values })}
      />
      <Field
        label="What would solve it for the caller?"
        name="requestedSolution"
        below={<WordingHints text={fields.requestedSolution} rules={rules} />}
      >
        <TextArea
          rows={2}
          value={fields.requestedSolution}
          maxLength={2_000}
          className="max-h-40 [field-sizing:content]"
          onChange={(event) => onChange({ requestedSolution: event.target.value })}
        />
      </Field>
    </section>
  );
}
