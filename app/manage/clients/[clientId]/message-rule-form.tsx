'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { messageModes, type Client, type MessageMode } from '@/domain/clients/model';
import type { Contact } from '@/domain/contacts/model';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { RecipientChoices } from './recipient-choices';

const modeWords: Record<MessageMode, { label: string; hint: string }> = {
  at_once: { label: 'At once', hint: 'An e-mail the moment a call is closed.' },
  digest: { label: 'In a digest', hint: 'One e-mail at each of the times below, with every call since.' },
  hold: { label: 'Hold', hint: 'Until the client checks in, or you release them.' },
};

/** "12:00, 17:30" as times; spaces and order are the typist's own. */
const timesOf = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].sort();

type Draft = { mode: MessageMode; times: string; contactIds: readonly string[]; isReviewed: boolean };

const draftOf = ({ messageRule, hasMessageReview }: Client): Draft => ({
  mode: messageRule.mode,
  times: messageRule.digestTimes.join(', '),
  contactIds: messageRule.contactIds,
  isReviewed: hasMessageReview,
});

export type MessageRuleFormProps = { client: Client; contacts: readonly Contact[] };

/** When and to whom the messages of this client’s calls go, and whether somebody reads them first. */
export function MessageRuleForm({ client, contacts }: MessageRuleFormProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(client));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation(
    api.clients.update.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.clients.get.queryKey({ clientId: saved.id }), saved);
        setDraft(draftOf(saved));
      },
    }),
  );
  const digestTimes = timesOf(draft.times);
  const timeFields = digestTimes.map((_, n) => `messageRule.digestTimes.${n}`);
  const problems = formProblems(save.error, ['messageRule.digestTimes', ...timeFields]);
  const timeProblem = ['messageRule.digestTimes', ...timeFields].map(problems.of).find(Boolean);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const messageRule = { mode: draft.mode, digestTimes, contactIds: [...draft.contactIds] };
        save.mutate({ clientId: client.id, messageRule, hasMessageReview: draft.isReviewed });
      }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">When a call is closed, its message goes out</legend>
        {messageModes.map((mode) => (
          <Choice
            key={mode}
            type="radio"
            name="messageMode"
            label={modeWords[mode].label}
            hint={modeWords[mode].hint}
            checked={draft.mode === mode}
            onChange={() => change({ mode })}
          />
        ))}
      </fieldset>
      {draft.mode === 'digest' ? (
        <Field
          label="Times of the digest"
          hint={`By the clocks of ${client.timeZone}, for example 12:00, 17:30. Without a time, messages are held.`}
          error={timeProblem}
        >
          <TextInput
            className="max-w-80"
            autoComplete="off"
            value={draft.times}
            onChange={(event) => change({ times: event.target.value })}
          />
        </Field>
      ) : null}
      <RecipientChoices
        contacts={contacts}
        chosen={draft.contactIds}
        onChange={(contactIds) => change({ contactIds })}
      />
      <Choice
        type="checkbox"
        label="A second pair of eyes reads every message first"
        hint="An account manager or admin who did not close the call."
        checked={draft.isReviewed}
        onChange={(event) => change({ isReviewed: event.target.checked })}
      />
      <FormFoot
        submitWords="Save message rule"
        isBusy={save.isPending}
        problem={problems.words}
        done={save.isSuccess ? 'Saved. It counts for calls that are closed from now on.' : null}
      />
    </form>
  );
}
