'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Dialog } from './dialog';
import { Choice, Field, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems, textOf } from './form-problems';
import { syncedNow } from './now';
import { capacityWords, overflowPresets, type OverflowPreset } from './overflow-presets';
import { zonePlace } from './time-words';
import { ZonedTimeField } from './zoned-time-field';

export type OverflowDialogProps = {
  clientId: string;
  /** The client's. */
  zone: string;
  organizationName: string;
  onClose: () => void;
};

type End = OverflowPreset['id'] | 'own';

function CapacityLine({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const hint = useQuery(api.overflow.hint.queryOptions({ clientId }));
  return (
    <p className="min-h-5 text-ink-soft">
      {hint.data
        ? capacityWords(hint.data)
        : hint.isError
          ? 'How many calls to expect is not known now.'
          : ''}
    </p>
  );
}

/** Asks until when all calls come here; it ends by itself. */
export function OverflowDialog({ clientId, zone, organizationName, onClose }: OverflowDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [openedAt] = useState(syncedNow);
  const presets = overflowPresets(openedAt, zone);
  const [end, setEnd] = useState<End>(presets[0]?.id ?? 'own');
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const [isEndMissing, setIsEndMissing] = useState(false);
  const open = useMutation(
    api.overflow.open.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.overflow.list.pathKey() });
        onClose();
      },
    }),
  );
  const problems = formProblems(open.error, ['note', ...(end === 'own' ? ['startsAt', 'endsAt'] : [])]);

  const press = (note: string) => {
    // "For 2 hours" counts from the press, not from when the question was opened.
    const preset = overflowPresets(syncedNow(), zone).find(({ id }) => id === end);
    const until = end === 'own' ? endsAt : (preset?.endsAt.toISOString() ?? null);
    setIsEndMissing(until === null);
    if (until === null) return;
    open.mutate({
      clientId,
      endsAt: until,
      note,
      ...(end === 'own' && startsAt !== null ? { startsAt } : {}),
    });
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Send all calls to ${organizationName}`}
      description="The operators see at once who joins and until when. It ends by itself."
    >
      <form
        noValidate
        className="flex flex-col gap-4 max-sm:[&_input]:text-base"
        onSubmit={(event) => {
          event.preventDefault();
          press(textOf(new FormData(event.currentTarget), 'note'));
        }}
      >
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">
            Until when <span className="font-normal text-ink-soft">({zonePlace(zone)} time)</span>
          </legend>
          {presets.map(({ id, words }) => (
            <Choice
              key={id}
              type="radio"
              name="end"
              label={words}
              checked={end === id}
              onChange={() => setEnd(id)}
            />
          ))}
          <Choice
            type="radio"
            name="end"
            label="Other times"
            hint="Also for a day to come, at most 14 days ahead."
            checked={end === 'own'}
            onChange={() => setEnd('own')}
          />
        </fieldset>
        {end === 'own' ? (
          <div className="flex flex-col gap-3 border-l-2 border-line pl-3">
            <ZonedTimeField
              label="From"
              hint="Empty: from now on."
              isOptional
              zone={zone}
              value={startsAt}
              onChange={setStartsAt}
              error={problems.of('startsAt')}
            />
            <ZonedTimeField
              label="Until"
              zone={zone}
              value={endsAt}
              onChange={setEndsAt}
              error={isEndMissing && endsAt === null ? 'Say until when.' : problems.of('endsAt')}
            />
          </div>
        ) : null}
        <Field
          label="Note for the operators"
          hint="For example: our office moves today."
          isOptional
          error={problems.of('note')}
        >
          <TextInput name="note" maxLength={300} autoComplete="off" />
        </Field>
        <CapacityLine clientId={clientId} />
        <FormFoot submitWords="Send all calls" isBusy={open.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
