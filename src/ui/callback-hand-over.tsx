'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Callback, CallbackColleague } from '@/domain/promises/model';
import { Field, TextArea, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { EmptyState, LoadError, LoadingRows } from './list-states';
import { roleWords } from './role-words';
import { Sheet } from './sheet';

type CallbackHandOverProps = {
  callback: Callback;
  /** The reader's own membership: nobody hands anything to themselves. */
  me: string;
  onHanded: (callback: Callback) => void;
};

export type CallbackHandOverSheetProps = CallbackHandOverProps & {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Says whose turn it is to call. */
export function CallbackHandOverSheet({ isOpen, onOpenChange, ...form }: CallbackHandOverSheetProps) {
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Hand over this callback"
      description={`${form.callback.clientName}: ${form.callback.callerName || 'Caller without a name'}`}
    >
      <CallbackHandOverForm {...form} />
    </Sheet>
  );
}

function CallbackHandOverForm({ callback, me, onHanded }: CallbackHandOverProps) {
  const api = useTRPC();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  /** undefined: nobody was chosen yet; null: anybody. */
  const [chosenId, setChosenId] = useState<string | null>();
  const [isChoiceMissing, setIsChoiceMissing] = useState(false);
  const query = useQuery(api.callbacks.colleagues.queryOptions({ callbackId: callback.id }));
  const handOver = useMutation(api.callbacks.handOver.mutationOptions({ onSuccess: onHanded }));
  const problems = formProblems(handOver.error, ['words']);
  const wanted = typed.trim().toLocaleLowerCase();
  const found = (query.data ?? []).filter(
    ({ id, name }) => id !== me && id !== callback.assignedToId && name.toLocaleLowerCase().includes(wanted),
  );

  const submit = () => {
    setIsChoiceMissing(chosenId === undefined);
    if (chosenId === undefined) return;
    handOver.mutate({ callbackId: callback.id, toMemberId: chosenId, words });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-ink-soft">
        The caller’s deadline stays. It stands in your colleague’s list at once.
      </p>
      <Field label="Name">
        <TextInput value={typed} onChange={({ target }) => setTyped(target.value)} autoComplete="off" />
      </Field>
      <fieldset className="min-h-44">
        <legend className="mb-1 font-medium">Whose turn is it?</legend>
        {isChoiceMissing && chosenId === undefined ? (
          <p role="alert" className="mb-1 font-medium text-critical">
            Choose who is to call.
          </p>
        ) : null}
        {query.isPending ? <LoadingRows rows={4} height={44} label="Looking for your colleagues" /> : null}
        {query.isError ? (
          <LoadError
            words={`Your colleagues cannot be shown. ${errorWords(query.error).words}`}
            onRetry={() => void query.refetch()}
          />
        ) : null}
        {query.isSuccess && found.length === 0 ? (
          <EmptyState title={wanted === '' ? 'There is no colleague to hand it to.' : 'Nobody matches.'} />
        ) : null}
        <ul className="max-h-72 overflow-y-auto border-t border-line empty:hidden">
          {callback.assignedToId === null ? null : (
            <Turn
              name="Anybody"
              about="Whoever is free"
              isChosen={chosenId === null}
              onChoose={() => setChosenId(null)}
            />
          )}
          {found.map((colleague: CallbackColleague) => (
            <Turn
              key={colleague.id}
              name={colleague.name}
              about={roleWords[colleague.role]}
              isChosen={chosenId === colleague.id}
              onChoose={() => setChosenId(colleague.id)}
            />
          ))}
        </ul>
      </fieldset>
      <Field label="What should they know first?" isOptional error={problems.of('words')}>
        <TextArea value={words} maxLength={1_000} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <FormFoot submitWords="Hand over" isBusy={handOver.isPending} problem={problems.words} />
    </form>
  );
}

type TurnProps = { name: string; about: string; isChosen: boolean; onChoose: () => void };

function Turn({ name, about, isChosen, onChoose }: TurnProps) {
  return (
    <li className="border-b border-line">
      <label className="flex min-h-11 cursor-pointer items-center gap-x-3 px-1 py-1.5 hover:bg-sunken">
        <input
          type="radio"
          name="turn"
          checked={isChosen}
          onChange={onChoose}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">
          <span className="font-medium">{name}</span>
          <span className="block text-[13px] text-ink-soft">{about}</span>
        </span>
      </label>
    </li>
  );
}
