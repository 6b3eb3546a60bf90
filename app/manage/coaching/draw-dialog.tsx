'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Dialog } from '@/ui/dialog';
import { Field, Select, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { ClientPicker } from '../client-picker';
import { drawnWords } from './drawn-words';

const spans = [7, 14, 31] as const;

export type DrawDialogProps = {
  /** Whose calls alone are drawn; null: everybody's. */
  operatorId: string | null;
  onClose: () => void;
  onDrawn: (words: string) => void;
};

const DAY = 24 * 60 * 60_000;

/** From which days calls are drawn, and how many of each operator. */
export function DrawDialog({ operatorId, onClose, onDrawn }: DrawDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [days, setDays] = useState<number>(7);
  const [perOperator, setPerOperator] = useState('3');
  const [clientId, setClientId] = useState<string | null>(null);
  const draw = useMutation(
    api.scores.draw.mutationOptions({
      // What is said of the draw stands above the list of it, not above the one before.
      onSuccess: async (counts) => {
        await queries.invalidateQueries({ queryKey: api.scores.pathKey() });
        onDrawn(drawnWords(counts));
      },
    }),
  );
  const problems = formProblems(draw.error, ['perOperator']);
  const isNumber = /^\d{1,2}$/.test(perOperator.trim());
  const submit = () => {
    const to = new Date();
    draw.mutate({
      from: new Date(to.getTime() - days * DAY).toISOString(),
      to: to.toISOString(),
      perOperator: isNumber ? Number(perOperator) : 0,
      ...(clientId && { clientId }),
      ...(operatorId && { operatorId }),
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Draw calls to score"
      description="At random, until of each operator so many of this time are looked at. Drawing again brings nobody more."
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label="Calls of">
          <Select value={days} onChange={({ target }) => setDays(Number(target.value))}>
            {spans.map((span) => (
              <option key={span} value={span}>
                the last {span} days
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="How many of each operator"
          name="perOperator"
          error={problems.of('perOperator') === undefined ? undefined : 'Write a whole number from 1 to 20.'}
        >
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            className="w-24!"
            value={perOperator}
            onChange={({ target }) => setPerOperator(target.value)}
          />
        </Field>
        <ClientPicker value={clientId} onChange={setClientId} />
        <FormFoot submitWords="Draw" isBusy={draw.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}
