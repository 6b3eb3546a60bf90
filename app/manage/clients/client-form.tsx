'use client';

import { approvalRules, type Client } from '@/domain/clients/model';
import { Field, Select, TextArea, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems, textOf } from '@/ui/form-problems';

type Values = Pick<Client, 'name' | 'timeZone' | 'greeting' | 'accountInfo' | 'approvalRule'>;
const fields = ['name', 'timeZone', 'greeting', 'accountInfo', 'approvalRule'] as const;

const ruleWords: Record<Client['approvalRule'], string> = {
  author: 'Nobody: what an author publishes is on the desks at once',
  second_person: 'A second person: another author of the client, or an account manager',
  account_manager: 'An account manager of your service',
};

export type ClientFormProps = {
  initial: Values;
  submitWords: string;
  isBusy: boolean;
  error: unknown;
  done?: string | null;
  onSubmit: (values: Values) => void;
};

/** A client's standing settings: what operators go by when no briefing is in force. */
export function ClientForm({ initial, submitWords, isBusy, error, done, onSubmit }: ClientFormProps) {
  const problems = formProblems(error, fields);
  const zones = [...new Set(['UTC', initial.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onSubmit({
          name: textOf(form, 'name'),
          timeZone: textOf(form, 'timeZone'),
          greeting: textOf(form, 'greeting'),
          accountInfo: textOf(form, 'accountInfo'),
          approvalRule:
            approvalRules.find((rule) => rule === textOf(form, 'approvalRule')) ?? initial.approvalRule,
        });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={problems.of('name')}>
          <TextInput name="name" defaultValue={initial.name} autoComplete="off" />
        </Field>
        <Field label="Time zone" error={problems.of('timeZone')}>
          <Select name="timeZone" defaultValue={initial.timeZone}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Field
        label="Greeting"
        hint="Spoken for numbers that have no answer phrase of their own."
        error={problems.of('greeting')}
      >
        <TextArea name="greeting" rows={2} defaultValue={initial.greeting} />
      </Field>
      <Field
        label="Who approves briefings before operators see them"
        hint="In an emergency an author may publish at once; it stays marked until somebody approved."
        error={problems.of('approvalRule')}
      >
        <Select name="approvalRule" defaultValue={initial.approvalRule}>
          {approvalRules.map((rule) => (
            <option key={rule} value={rule}>
              {ruleWords[rule]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Account info"
        hint="Also called the info page: what operators should know about this client on an ordinary day."
        error={problems.of('accountInfo')}
      >
        <TextArea
          name="accountInfo"
          rows={6}
          className="field-sizing-content max-h-96 min-h-32"
          defaultValue={initial.accountInfo}
        />
      </Field>
      <FormFoot submitWords={submitWords} isBusy={isBusy} problem={problems.words} done={done ?? null} />
    </form>
  );
}
