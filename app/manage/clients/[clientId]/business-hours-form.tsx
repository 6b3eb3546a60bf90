'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import { Choice, Field, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { hoursText, readHours, weekdays } from './business-hours-draft';

const usual = weekdays.map((_, at) => (at < 5 ? '09:00–17:00' : ''));

/** When the client’s own people work: they are reminded of what they promised while they do. */
export function BusinessHoursForm({ client }: { client: Client }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [isAlways, setIsAlways] = useState(client.businessHours === null);
  const [text, setText] = useState(client.businessHours === null ? usual : hoursText(client.businessHours));
  const [unread, setUnread] = useState<readonly { field: string; words: string }[]>([]);
  const save = useMutation(
    api.clients.update.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.clients.get.queryKey({ clientId: saved.id }), saved),
    }),
  );
  const problems = formProblems(save.error, ['businessHours']);
  const refused = problems.of('businessHours') ?? problems.words;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAlways) {
          setUnread([]);
          return save.mutate({ clientId: client.id, businessHours: null });
        }
        const { hours, problems: found } = readHours(text);
        const none = { field: 'hours.0', words: 'Name at least one span, or choose round the clock.' };
        const shown = found.length === 0 && hours.length === 0 ? [none] : found;
        setUnread(shown);
        if (shown.length === 0) save.mutate({ clientId: client.id, businessHours: hours });
      }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">The client’s people work</legend>
        <Choice
          type="radio"
          name="hoursKind"
          label="Round the clock"
          checked={isAlways}
          onChange={() => setIsAlways(true)}
        />
        <Choice
          type="radio"
          name="hoursKind"
          label="At these hours"
          hint={`By the clocks of ${client.timeZone}, for example 09:00–12:00, 13:00–17:00. An empty day is a day off; holidays are set below.`}
          checked={!isAlways}
          onChange={() => setIsAlways(false)}
        />
      </fieldset>
      {isAlways ? null : (
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {weekdays.map((day, at) => (
            <Field key={day} label={day} error={unread.find(({ field }) => field === `hours.${at}`)?.words}>
              <TextInput
                autoComplete="off"
                placeholder="Day off"
                value={text[at] ?? ''}
                onChange={({ target }) => setText((before) => before.with(at, target.value))}
              />
            </Field>
          ))}
        </div>
      )}
      <FormFoot
        submitWords="Save hours"
        isBusy={save.isPending}
        problem={unread.length > 0 ? null : refused}
        done={save.isSuccess ? 'Saved. It counts for promises that are given from now on.' : null}
      />
    </form>
  );
}
