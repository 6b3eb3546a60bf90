'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { questionStates, type QuestionGroup, type QuestionState } from '@/domain/questions/model';
import { Button } from '@/ui/button';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { PageHeader } from '@/ui/page-header';
import { useFilters } from '@/ui/use-filters';
import { AnswerSheet, type AnswerDraft } from './answer-sheet';
import { DismissQuestion } from './dismiss-question';
import { mostAskedFirst } from './most-asked-first';
import { QuestionCard } from './question-card';
import { QuestionFilters } from './question-filters';

const nothingThere: Record<QuestionState, { title: string; words: string }> = {
  open: {
    title: 'No question is open.',
    words:
      'When a caller asks what no briefing answers, the operator passes the question on, and it appears here at once.',
  },
  answered: { title: 'No question was answered here yet.', words: 'Answered questions stay here on record.' },
  dismissed: { title: 'Nothing was put aside.', words: 'What turns out to be no question is kept here.' },
};

type Open = { kind: 'answer' | 'dismiss'; group: QuestionGroup } | null;

/** What callers asked and no briefing answered, in groups that mean the same. */
export function QuestionBoard({ clientId, canAnswer }: { clientId: string; canAnswer: boolean }) {
  const api = useTRPC();
  const filters = useFilters('state', 'briefing');
  const state = questionStates.find((known) => known === filters.get('state')) ?? 'open';
  const briefingId = filters.get('briefing');
  const [open, setOpen] = useState<Open>(null);
  // What was typed for a question outlives a sheet that was closed by mistake.
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AnswerDraft>>(new Map());
  const input = { state, ...(briefingId ? { briefingId } : {}) };
  const groups = useQuery(api.questions.groups.queryOptions(input, { placeholderData: keepPreviousData }));
  const close = () => setOpen(null);

  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Questions"
        about="What callers asked and your briefings do not answer, the most asked first. Answer once: every operator has it, and those who asked are called back."
      />
      <QuestionFilters
        clientId={clientId}
        state={state}
        briefingId={briefingId}
        onState={(next) => filters.set('state', next === 'open' ? null : next)}
        onBriefing={(id) => filters.set('briefing', id)}
      />
      {groups.isError && !groups.data ? (
        <LoadError
          words={`The questions cannot be shown. ${errorWords(groups.error).words}`}
          onRetry={() => void groups.refetch()}
        />
      ) : null}
      {groups.isPending ? (
        <LoadingRows rows={3} height={112} label="The questions are being loaded." />
      ) : null}
      {groups.data?.length === 0 ? (
        briefingId ? (
          <EmptyState
            title="No such question about this briefing."
            action={
              <Button onClick={() => filters.set('briefing', null)}>Show those of all briefings</Button>
            }
          />
        ) : (
          <EmptyState title={nothingThere[state].title}>{nothingThere[state].words}</EmptyState>
        )
      ) : null}
      {groups.data && groups.data.length > 0 ? (
        <ul
          aria-label="Questions"
          aria-busy={groups.isPlaceholderData}
          className={`flex flex-col gap-3 ${groups.isPlaceholderData ? 'opacity-60' : ''}`}
        >
          {mostAskedFirst(groups.data).map((group) => (
            <QuestionCard
              key={group.groupId}
              group={group}
              onAnswer={canAnswer ? () => setOpen({ kind: 'answer', group }) : undefined}
              onDismiss={canAnswer ? () => setOpen({ kind: 'dismiss', group }) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {open?.kind === 'answer' ? (
        <AnswerSheet
          key={open.group.groupId}
          group={open.group}
          draft={drafts.get(open.group.groupId)}
          onDraft={(draft) => setDrafts((known) => new Map(known).set(open.group.groupId, draft))}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'dismiss' ? <DismissQuestion group={open.group} onClose={close} /> : null}
    </div>
  );
}
