'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTRPC } from '@/api/client';
import { urgencies, type Urgency } from '@/domain/calls/model';
import type { Subscription } from '@/domain/reports/account-content';
import { cadences, type Cadence } from '@/domain/reports/model';
import { leastUrgencyWords, weekdayWords } from './account-words';
import { Dialog } from './dialog';
import { Choice, Field, Select, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';

export type SubscriptionDialogProps = {
  /** What is changed; null: a new one. */
  edited: Subscription | null;
  /** null: all clients. */
  clientId: string | null;
  /** The client's zone, or the reader's. */
  timeZone: string;
  /** Whether the reader may choose others than themselves. */
  canChooseOthers: boolean;
  /** How a reader of many clients chooses one. */
  clientField?: ReactNode;
  onClose: () => void;
};

const SELF = 'self';

/** Who gets the account of each day or week, when, and of what. */
export function SubscriptionDialog(props: SubscriptionDialogProps) {
  const { edited, clientId, timeZone, canChooseOthers, clientField, onClose } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  const [receiver, setReceiver] = useState(SELF);
  const [cadence, setCadence] = useState<Cadence>(edited?.cadence ?? 'daily');
  const [weekday, setWeekday] = useState(edited?.weekday ?? 5);
  const [time, setTime] = useState(edited?.time ?? '18:00');
  const [zone, setZone] = useState<string | null>(edited?.timeZone ?? null);
  const [leastUrgency, setLeastUrgency] = useState<Urgency>(edited?.leastUrgency ?? 'routine');
  const [isSentEmpty, setIsSentEmpty] = useState(edited?.isSentEmpty ?? false);
  const isChoosing = edited === null && canChooseOthers && clientId !== null;
  const contacts = useQuery(
    api.contacts.list.queryOptions({ clientId: clientId ?? '', limit: 100 }, { enabled: isChoosing }),
  );
  const set = useMutation(
    api.accounts.set.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.accounts.list.pathKey() });
        onClose();
      },
    }),
  );
  const problems = formProblems(set.error, [
    'time',
    'timeZone',
    'weekday',
    'contactId',
    'memberId',
    'clientId',
  ]);
  const chosenZone = zone ?? timeZone;
  const zones = [...new Set(['UTC', chosenZone, ...Intl.supportedValuesOf('timeZone')])].sort();

  const receiverOf = () => {
    if (edited?.contactId) return { contactId: edited.contactId };
    if (edited?.memberId) return { memberId: edited.memberId, clientId: edited.clientId };
    return isChoosing && receiver !== SELF ? { contactId: receiver } : { clientId };
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={edited === null ? 'New digest' : `Digest for ${edited.name}`}
      description="One e-mail with the account of the time since the last one. It names no caller: a link leads to the names, after signing in."
    >
      <form
        noValidate
        className="flex flex-col gap-4 max-sm:[&_input]:text-base"
        onSubmit={(event) => {
          event.preventDefault();
          const when = cadence === 'weekly' ? { cadence, weekday } : { cadence };
          set.mutate({ ...receiverOf(), ...when, time, timeZone: chosenZone, leastUrgency, isSentEmpty });
        }}
      >
        {edited === null ? clientField : null}
        {isChoosing ? (
          <Field
            label="Who gets it"
            error={problems.of('contactId') ?? problems.of('memberId')}
            hint="Contacts get it on their first e-mail address."
          >
            <Select value={receiver} onChange={({ target }) => setReceiver(target.value)}>
              <option value={SELF}>Myself</option>
              {(contacts.data?.items ?? []).map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {title ? `${name}, ${title}` : name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {edited === null ? (
          <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
            <legend className="mb-1 font-medium">How often</legend>
            {cadences.map((one) => (
              <Choice
                key={one}
                type="radio"
                name="cadence"
                checked={cadence === one}
                onChange={() => setCadence(one)}
                label={one === 'daily' ? 'Every day' : 'Every week'}
              />
            ))}
          </fieldset>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-3">
          {cadence === 'weekly' ? (
            <Field label="Day" error={problems.of('weekday')}>
              <Select value={weekday} onChange={({ target }) => setWeekday(Number(target.value))}>
                {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                  <option key={day} value={day}>
                    {weekdayWords(day)}
                  </option>
                ))}
              </Select>
            </Field>
          ) : null}
          <Field label="Time" error={problems.of('time')}>
            <TextInput type="time" value={time} onChange={({ target }) => setTime(target.value)} />
          </Field>
          <Field label="Time zone" error={problems.of('timeZone')}>
            <Select value={chosenZone} onChange={({ target }) => setZone(target.value)}>
              {zones.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field
          label="Told one by one"
          hint="Calls below are counted. Escalations and promises are always told."
        >
          <Select
            value={leastUrgency}
            onChange={({ target }) =>
              setLeastUrgency(urgencies.find((one) => one === target.value) ?? 'routine')
            }
          >
            {urgencies.map((one) => (
              <option key={one} value={one}>
                {leastUrgencyWords[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Choice
          type="checkbox"
          checked={isSentEmpty}
          onChange={({ target }) => setIsSentEmpty(target.checked)}
          label="Also when there is nothing to tell"
        />
        <FormFoot
          submitWords={edited === null ? 'Send it from now on' : 'Save'}
          isBusy={set.isPending}
          problem={problems.words ?? problems.of('clientId') ?? null}
        />
      </form>
    </Dialog>
  );
}
