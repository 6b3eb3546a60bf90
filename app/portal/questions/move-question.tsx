'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { QuestionGroup } from '@/domain/questions/model';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Choice } from '@/ui/field';

export type MoveQuestionProps = {
  group: QuestionGroup;
  questionId: string;
  text: string;
  onClose: () => void;
};

/** Corrects the grouping: one caller's question stands alone, or beside others that mean the same. */
export function MoveQuestion({ group, questionId, text, onClose }: MoveQuestionProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const isAlone = group.count === 1;
  const input = { briefingId: group.briefingId };
  const groups = useQuery(api.questions.groups.queryOptions(input));
  const others = groups.data?.filter(({ groupId }) => groupId !== group.groupId) ?? [];
  const [target, setTarget] = useState<string | null>(null);
  const chosen = target ?? (isAlone ? (others[0]?.groupId ?? null) : null);
  const move = useMutation(
    api.questions.move.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.questions.groups.pathKey() });
        onClose();
      },
    }),
  );
  const hasNowhere = isAlone && groups.isSuccess && others.length === 0;
  const problem = move.error ?? groups.error;
  return (
    <ConfirmDialog
      title="Where does it belong?"
      confirmWords="Move it"
      stayWords="Leave it"
      isBusy={move.isPending || groups.isPending}
      problem={
        hasNowhere
          ? 'No other question of this briefing is open.'
          : problem
            ? errorWords(problem).words
            : null
      }
      onConfirm={() => {
        if (!hasNowhere) move.mutate({ questionId, groupId: chosen });
      }}
      onClose={onClose}
    >
      <p className="font-medium">“{text}”</p>
      <fieldset className="mt-2 flex flex-col gap-2">
        <legend className="mb-1">Asks the same as</legend>
        {isAlone ? null : (
          <Choice
            type="radio"
            name="target"
            label="none of the others: a question of its own"
            checked={chosen === null}
            onChange={() => setTarget(null)}
          />
        )}
        {others.map(({ groupId, texts }) => (
          <Choice
            key={groupId}
            type="radio"
            name="target"
            label={`“${texts[0] ?? ''}”`}
            checked={chosen === groupId}
            onChange={() => setTarget(groupId)}
          />
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}
