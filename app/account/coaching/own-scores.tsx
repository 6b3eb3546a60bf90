'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { CallScore } from '@/domain/coaching/model';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { ScoreCard } from '@/ui/score-card';
import { usePages } from '@/ui/use-pages';
import { AnswerForm } from './answer-form';
import { ScoredLog } from './scored-log';
import { useSeen } from './use-seen';

function OwnScore({ score }: { score: CallScore }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const answer = useMutation(
    api.scores.answer.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.scores.pathKey() }),
    }),
  );
  const title = `${score.clientName ?? 'Unrecognised number'}, ${score.callerName || 'caller without a name'}`;
  return (
    <li className="border-b border-line py-4">
      <ScoreCard score={score} title={title}>
        <ScoredLog callId={score.callId} />
        <AnswerForm
          key={score.answer}
          id={score.id}
          answer={score.answer}
          to={score.scoredByName}
          isBusy={answer.isPending}
          error={answer.error}
          onAnswer={(words) => answer.mutate({ scoreId: score.id, words })}
        />
      </ScoreCard>
    </li>
  );
}

/** How one's own calls were scored, the newest first; what is shown counts as seen. */
export function OwnScores() {
  const api = useTRPC();
  const asked = { limit: 20 };
  const list = usePages(api.scores.own.infiniteQueryKey(asked), (page) =>
    api.scores.own.queryOptions({ ...asked, ...page }),
  );
  const shown = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useSeen(
    'scoreIds',
    shown.filter(({ seenAt }) => seenAt === null).map(({ id }) => id),
  );
  return (
    <PagedList
      query={list}
      many="scored calls"
      rowHeight={120}
      empty={
        <EmptyState title="None of your calls was scored yet.">
          Calls are drawn at random, of everybody as many. You will find here what was looked at, and why.
        </EmptyState>
      }
    >
      {(scores) => (
        <ol className="border-t border-line">
          {scores.map((score) => (
            <OwnScore key={score.id} score={score} />
          ))}
        </ol>
      )}
    </PagedList>
  );
}
