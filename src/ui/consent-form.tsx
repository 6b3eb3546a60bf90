'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { updateChannels, type CallerUpdate, type UpdateChannel } from '@/domain/updates/model';
import { Button } from './button';
import { Choice, Field, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';

export type ConsentDraft = { channel: UpdateChannel | ''; address: string; consent: string };

export const blankConsent: ConsentDraft = { channel: '', address: '', consent: '' };

const ways: Record<UpdateChannel, { label: string; address: string; consent: string }> = {
  sms: { label: 'By SMS', address: 'Mobile number', consent: 'Yes, by SMS to this number.' },
  email: { label: 'By e-mail', address: 'E-mail address', consent: 'Yes, by e-mail to this address.' },
  callback: { label: 'By a call', address: 'Number to call', consent: 'Yes, call this number.' },
};

export type ConsentFormProps = {
  callId: string;
  /** What is on record; null: nothing is. */
  update: CallerUpdate | null;
  /** The caller's number, as far as it is known. */
  phone: string;
  /** Kept by the caller, so that closing loses nothing. */
  draft: ConsentDraft;
  onDraft: (draft: ConsentDraft) => void;
};

/** How a caller agreed to be told that the matter is settled, and what they said yes to. */
export function ConsentForm({ callId, update, phone, draft, onDraft }: ConsentFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => {
    onDraft(blankConsent);
    void queries.invalidateQueries({ queryKey: api.callerUpdates.pathKey() });
  };
  const record = useMutation(api.callerUpdates.record.mutationOptions({ networkMode: 'always', onSuccess }));
  const withdraw = useMutation(
    api.callerUpdates.withdraw.mutationOptions({ networkMode: 'always', onSuccess }),
  );
  const problems = formProblems(record.error ?? withdraw.error, ['address', 'consent']);
  const { channel } = draft;
  const way = channel === '' ? null : ways[channel];
  const choose = (chosen: UpdateChannel) => {
    const known = chosen === 'email' ? '' : phone;
    // What was typed for one way is nothing for another.
    const isSameKind = channel !== '' && (channel === 'email') === (chosen === 'email');
    onDraft({
      channel: chosen,
      address: isSameKind && draft.address !== '' ? draft.address : known,
      consent: ways[chosen].consent,
    });
  };
  const canWithdraw = update !== null && !['told', 'promised', 'cancelled'].includes(update.state);
  return (
    <div role="group" aria-label="How the caller is told" className="flex flex-col gap-3">
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="mb-1 font-medium">Tell the caller when it is settled</legend>
        {updateChannels.map((value) => (
          <Choice
            key={value}
            type="radio"
            name={`consent-${callId}`}
            value={value}
            checked={channel === value}
            label={ways[value].label}
            onChange={() => choose(value)}
          />
        ))}
      </fieldset>
      {way ? (
        <form
          noValidate
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (channel === '') return;
            record.mutate({ callId, channel, address: draft.address.trim(), consent: draft.consent.trim() });
          }}
        >
          <Field label={way.address} error={problems.of('address')}>
            <TextInput
              autoComplete="off"
              inputMode={channel === 'email' ? 'email' : 'tel'}
              value={draft.address}
              onChange={(event) => onDraft({ ...draft, address: event.target.value })}
            />
          </Field>
          <Field
            label="What the caller said yes to"
            hint="Ask: “May we tell you there?” Their yes is kept on record."
            error={problems.of('consent')}
          >
            <TextInput
              autoComplete="off"
              maxLength={500}
              value={draft.consent}
              onChange={(event) => onDraft({ ...draft, consent: event.target.value })}
            />
          </Field>
          <FormFoot
            submitWords={update === null ? 'Keep the wish' : 'Change it'}
            isBusy={record.isPending}
            problem={problems.words}
          >
            <Button variant="quiet" onClick={() => onDraft(blankConsent)}>
              Leave it
            </Button>
          </FormFoot>
        </form>
      ) : problems.words ? (
        <p role="alert" className="font-medium text-critical">
          {problems.words}
        </p>
      ) : null}
      {canWithdraw ? (
        <Button
          variant="quiet"
          className="self-start"
          isBusy={withdraw.isPending}
          onClick={() => withdraw.mutate({ callId })}
        >
          The caller wishes it no more
        </Button>
      ) : null}
    </div>
  );
}
