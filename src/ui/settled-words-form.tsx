'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { MOST_SETTLED_CHARACTERS, type SettledWording } from '@/domain/updates/model';
import { Button } from './button';
import { Field, TextArea } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { LoadError, LoadingRows } from './list-states';
import { Time } from './time';

export type SettledWordsFormProps = {
  clientId: string;
  /** Whether this reader writes in the client's name. */
  canWrite: boolean;
  /** The reader's name: nobody approves their own words where a second person is asked for. */
  readerName: string;
};

/** What callers are told in writing when their matter is settled: the approved words, and those that wait. */
export function SettledWordsForm({ clientId, canWrite, readerName }: SettledWordsFormProps) {
  const api = useTRPC();
  const wording = useQuery(api.callerUpdates.words.queryOptions({ clientId }));
  if (!wording.data) {
    return wording.isError ? (
      <LoadError
        words={`The words cannot be shown. ${errorWords(wording.error).words}`}
        onRetry={() => void wording.refetch()}
      />
    ) : (
      <LoadingRows rows={3} height={56} label="The words are being loaded." />
    );
  }
  return (
    <div className="flex max-w-[66ch] flex-col gap-4">
      <Approved wording={wording.data} />
      <Proposed wording={wording.data} canWrite={canWrite} readerName={readerName} />
      <Waiting wording={wording.data} canWrite={canWrite} />
      {canWrite ? <Draft key={wording.data.approved?.approvedAt ?? ''} wording={wording.data} /> : null}
    </div>
  );
}

function useWording(clientId: string) {
  const api = useTRPC();
  const queries = useQueryClient();
  return (saved: SettledWording) => {
    queries.setQueryData(api.callerUpdates.words.queryKey({ clientId }), saved);
  };
}

function Approved({ wording: { approved } }: { wording: SettledWording }) {
  if (approved === null) {
    return (
      <p className="font-medium text-high">
        No words are approved. Callers who agreed to an SMS or an e-mail are told nothing until there are.
      </p>
    );
  }
  return (
    <figure className="border-l-2 border-line-strong pl-3">
      <blockquote className="text-lg leading-7 whitespace-pre-line">{approved.words}</blockquote>
      <figcaption className="text-[13px] text-ink-soft">
        Approved by {approved.approvedByName}, <Time at={new Date(approved.approvedAt)} />
      </figcaption>
    </figure>
  );
}

function Proposed(props: { wording: SettledWording; canWrite: boolean; readerName: string }) {
  const { wording, canWrite, readerName } = props;
  const api = useTRPC();
  const show = useWording(wording.clientId);
  const approve = useMutation(api.callerUpdates.approveWords.mutationOptions({ onSuccess: show }));
  const { proposed, clientId } = wording;
  if (proposed === null) return null;
  return (
    <section
      aria-label="Words that wait"
      className="flex flex-col items-start gap-2 rounded-md bg-sunken p-3"
    >
      <p className="font-medium">Waits for an approval</p>
      <p className="whitespace-pre-line">{proposed.words}</p>
      <p className="text-[13px] text-ink-soft">
        {proposed.byName}, <Time at={new Date(proposed.at)} />
      </p>
      {approve.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(approve.error).words}
        </p>
      ) : null}
      {canWrite && proposed.byName !== readerName ? (
        <Button
          variant="primary"
          isBusy={approve.isPending}
          onClick={() => approve.mutate({ clientId, words: proposed.words })}
        >
          Approve these words
        </Button>
      ) : null}
    </section>
  );
}

function Waiting({ wording, canWrite }: { wording: SettledWording; canWrite: boolean }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const { waiting, clientId, approved } = wording;
  const release = useMutation(
    api.callerUpdates.release.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.callerUpdates.pathKey() }),
    }),
  );
  if (waiting === 0) {
    return release.isSuccess ? <p role="status">They are being told now.</p> : null;
  }
  const many =
    waiting >= 1_000
      ? '1,000 callers or more wait'
      : waiting === 1
        ? '1 caller waits'
        : `${waiting} callers wait`;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="font-medium">{many} for these words. Nobody is told by itself.</p>
      {release.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(release.error).words}
        </p>
      ) : null}
      {canWrite && approved !== null ? (
        <Button isBusy={release.isPending} onClick={() => release.mutate({ clientId })}>
          {waiting === 1 ? 'Tell this caller now' : 'Tell them all now'}
        </Button>
      ) : null}
    </div>
  );
}

function Draft({ wording }: { wording: SettledWording }) {
  const api = useTRPC();
  const show = useWording(wording.clientId);
  const { clientId, approved, proposed, approvalRule } = wording;
  const [words, setWords] = useState(proposed?.words ?? approved?.words ?? '');
  const submit = useMutation(api.callerUpdates.submitWords.mutationOptions({ onSuccess: show }));
  const problems = formProblems(submit.error, ['words']);
  const done = submit.data?.proposed ? 'Saved. Somebody else approves it now.' : 'Saved and approved.';
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ clientId, words: words.trim() });
      }}
    >
      <Field
        label="What callers are told when their matter is settled"
        hint={`One text for everybody, at most ${MOST_SETTLED_CHARACTERS} characters, sent as it stands. ${
          approvalRule === 'author'
            ? 'Yours counts at once.'
            : 'By the rule of this client somebody else approves it.'
        } Leave it empty to tell callers nothing in writing.`}
        error={problems.of('words')}
        below={`${words.trim().length} of ${MOST_SETTLED_CHARACTERS} characters`}
      >
        <TextArea
          rows={4}
          maxLength={MOST_SETTLED_CHARACTERS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <FormFoot
        submitWords="Save these words"
        isBusy={submit.isPending}
        problem={problems.words}
        done={submit.isSuccess ? done : null}
      />
    </form>
  );
}
