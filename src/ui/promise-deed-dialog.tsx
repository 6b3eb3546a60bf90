'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { evidenceKinds, type EvidenceKind, type PromiseCard } from '@/domain/promises/model';
import { Dialog } from './dialog';
import { Choice, Field, TextArea, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { useDeedDraft, type DeedDraft } from './promise-drafts';
import type { PromiseDeed } from './promise-offers';
import { ZonedTimeField } from './zoned-time-field';

type Ask = {
  title: string;
  label: string;
  hint: string;
  /** The server's name of the field. */
  field: 'evidence' | 'consent' | 'reason';
  missing: string;
  submit: string;
  follows: string;
};

const asks: Readonly<Record<PromiseDeed, Ask>> = {
  keep: {
    title: 'Kept',
    label: 'How was it kept?',
    hint: 'For example: sent by e-mail at 14:10.',
    field: 'evidence',
    missing: 'Say how it was kept.',
    submit: 'Save as kept',
    follows: 'After the deadline it counts as kept late.',
  },
  renegotiate: {
    title: 'Agree on another promise',
    label: 'What did the caller agree to?',
    hint: 'In the caller’s words, for example: tomorrow morning is fine.',
    field: 'consent',
    missing: 'Say what the caller agreed to.',
    submit: 'Promise this instead',
    follows: 'Only with the caller’s consent. Both promises stay in the ledger.',
  },
  break: {
    title: 'Not kept',
    label: 'Why was it not kept?',
    hint: 'The account managers read it.',
    field: 'reason',
    missing: 'Say why it was not kept.',
    submit: 'Save as not kept',
    follows: 'It counts as broken, and cannot be opened again.',
  },
  cancel: {
    title: 'Call the promise off',
    label: 'Why is it void?',
    hint: 'For example: the caller wants nothing any more, or it was given by mistake.',
    field: 'reason',
    missing: 'Say why it is void.',
    submit: 'Call it off',
    follows: 'It counts neither as kept nor as broken.',
  },
};

const shownWords: Readonly<Record<EvidenceKind, string>> = {
  call: 'A call with the caller',
  delivery: 'A message that was sent',
  note: 'These words',
};

function useDeeds() {
  const api = useTRPC();
  return {
    keep: useMutation(api.promises.keep.mutationOptions()),
    renegotiate: useMutation(api.promises.renegotiate.mutationOptions()),
    break: useMutation(api.promises.break.mutationOptions()),
    cancel: useMutation(api.promises.cancel.mutationOptions()),
  };
}

export type PromiseDeedDialogProps = {
  promise: PromiseCard;
  deed: PromiseDeed;
  /** With the promise as it stands now; where another was agreed on, that one. */
  onDone: (promise: PromiseCard) => void;
  onClose: () => void;
};

/** Says of a promise that it was kept, or why it was not; what was typed stays when the dialog is closed. */
export function PromiseDeedDialog({ promise, deed, onDone, onClose }: PromiseDeedDialogProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const deeds = useDeeds();
  const { draft, change, forget } = useDeedDraft(promise, deed);
  const [isTried, setIsTried] = useState(false);
  const ask = asks[deed];
  const running = deeds[deed];
  const shown = deed === 'renegotiate' ? [ask.field, 'dueAt', 'what'] : [ask.field];
  const problems = formProblems(running.error, shown);
  const words = draft.words.trim();

  const submit = () => {
    setIsTried(true);
    if (words === '' || (deed === 'renegotiate' && draft.dueAt === null)) return;
    const outcome = {
      onSuccess: (card: PromiseCard) => {
        forget();
        void queries.invalidateQueries({ queryKey: api.promises.pathKey() });
        onDone(card);
      },
    };
    const promiseId = promise.id;
    if (deed === 'keep')
      deeds.keep.mutate({ promiseId, evidence: words, evidenceKind: draft.shownBy }, outcome);
    else if (deed === 'renegotiate') {
      const what = (draft.what ?? '').trim();
      const changed = what === '' || what === promise.what ? {} : { what };
      deeds.renegotiate.mutate({ promiseId, consent: words, dueAt: draft.dueAt ?? '', ...changed }, outcome);
    } else deeds[deed].mutate({ promiseId, reason: words }, outcome);
  };

  return (
    <Dialog isOpen onOpenChange={onClose} title={ask.title} description={promise.what.slice(0, 120)}>
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
        <Field
          label={ask.label}
          hint={ask.hint}
          error={isTried && words === '' ? ask.missing : problems.of(ask.field)}
        >
          <TextArea
            rows={3}
            maxLength={2_000}
            value={draft.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        </Field>
        {deed === 'renegotiate' ? (
          <Anew promise={promise} draft={draft} change={change} isTried={isTried} problemOf={problems.of} />
        ) : null}
        {deed === 'keep' ? <ShownBy draft={draft} change={change} /> : null}
        <p className="text-ink-soft">{ask.follows}</p>
        <FormFoot submitWords={ask.submit} isBusy={running.isPending} problem={problems.words} />
      </form>
    </Dialog>
  );
}

type PartProps = { draft: DeedDraft; change: (part: Partial<DeedDraft>) => void };

function ShownBy({ draft, change }: PartProps) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">What shows it</legend>
      {evidenceKinds.map((kind) => (
        <Choice
          key={kind}
          type="radio"
          name="shown-by"
          value={kind}
          checked={draft.shownBy === kind}
          label={shownWords[kind]}
          onChange={() => change({ shownBy: kind })}
        />
      ))}
    </fieldset>
  );
}

type AnewProps = PartProps & {
  promise: PromiseCard;
  isTried: boolean;
  problemOf: (field: string) => string | undefined;
};

function Anew({ promise, draft, change, isTried, problemOf }: AnewProps) {
  const { clientTimeZone, what } = promise;
  return (
    <>
      <ZonedTimeField
        label="By when"
        zone={clientTimeZone}
        value={draft.dueAt}
        onChange={(dueAt) => change({ dueAt })}
        error={isTried && draft.dueAt === null ? 'A promise needs a deadline.' : problemOf('dueAt')}
      />
      <Field label="What" error={problemOf('what')}>
        <TextInput
          maxLength={600}
          value={draft.what ?? what}
          onChange={(event) => change({ what: event.target.value })}
        />
      </Field>
    </>
  );
}
