'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import { Field, TextArea, TextInput } from '@/ui/field';
import { FormFoot } from '@/ui/form-foot';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { PresenceChip } from '@/ui/presence-chip';
import { colleaguesToAsk, colleagueStatus, languageName } from './colleague-order';
import { useHandOver } from './use-hand-over';

/** Whom to ask, and what they should know first. What was chosen and typed stays until the offer is out. */
export function HandOverForm({ call, onOffered }: { call: CallCard; onOffered: () => void }) {
  const api = useTRPC();
  const { offer, isBusy, problem } = useHandOver(call.id);
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [words, setWords] = useState(call.handoverWords ?? '');
  const [isChoiceMissing, setIsChoiceMissing] = useState(false);
  const query = useQuery({ ...api.presence.list.queryOptions(), staleTime: 0, refetchInterval: 10_000 });
  const colleagues = colleaguesToAsk(query.data ?? [], call.answeredById, typed);

  const submit = () => {
    setIsChoiceMissing(chosenId === null);
    if (chosenId === null) return;
    void offer(chosenId, words).then((isDone) => {
      if (isDone) onOffered();
    });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
      }}
    >
      <p className="text-ink-soft">
        The call stays with you until it is taken. All points of the log go with it; what is typed but not yet
        a point stays here, so add it first.
      </p>
      <Field label="Name or language">
        <TextInput value={typed} onChange={({ target }) => setTyped(target.value)} autoComplete="off" />
      </Field>
      <fieldset className="min-h-44">
        <legend className="mb-1 font-medium">Colleague</legend>
        {isChoiceMissing && chosenId === null ? (
          <p role="alert" className="mb-1 font-medium text-critical">
            Choose who is to take it.
          </p>
        ) : null}
        {query.isPending ? <LoadingRows rows={4} height={44} label="Looking who is at a desk" /> : null}
        {query.isError ? (
          <LoadError
            words={`It is not known who is there. ${errorWords(query.error).words}`}
            onRetry={() => void query.refetch()}
          />
        ) : null}
        {query.isSuccess && colleagues.length === 0 ? (
          <EmptyState
            title={typed.trim() === '' ? 'No colleague is at a desk right now.' : 'Nobody matches.'}
          />
        ) : null}
        <ul className="max-h-64 overflow-y-auto border-t border-line empty:hidden">
          {colleagues.map((colleague) => (
            <li key={colleague.membershipId} className="border-b border-line">
              <label className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-1 py-1.5 hover:bg-sunken">
                <input
                  type="radio"
                  name="colleague"
                  checked={chosenId === colleague.membershipId}
                  onChange={() => setChosenId(colleague.membershipId)}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{colleague.name}</span>
                  <span className="block text-[13px] text-ink-soft">
                    {colleague.languages.length > 0
                      ? colleague.languages.map(languageName).join(', ')
                      : 'No languages noted'}
                  </span>
                </span>
                <PresenceChip
                  kind={colleagueStatus(colleague)}
                  reason={colleague.inHand === null ? colleague.reason : ''}
                />
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field label="What should they know first?" isOptional>
        <TextArea value={words} maxLength={1_000} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <FormFoot submitWords="Offer the call" isBusy={isBusy} problem={problem} />
    </form>
  );
}
