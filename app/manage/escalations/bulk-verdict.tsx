'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, type RouterInputs } from '@/api/client';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { formProblems } from '@/ui/form-problems';
import { blankVerdict, VerdictFields } from './verdict-fields';

type Input = RouterInputs['reviews']['reviewMany'];
export type BulkTarget = Pick<Input, 'escalationIds'> | Pick<Input, 'filter' | 'seenCount'>;

export type BulkVerdictProps = {
  target: BulkTarget;
  count: number;
  onDone: (reviewed: number) => void;
  onClose: () => void;
};

/** One verdict on all that are chosen. */
export function BulkVerdict({ target, count, onDone, onClose }: BulkVerdictProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(blankVerdict);
  const [isMissing, setIsMissing] = useState(false);
  const review = useMutation(
    api.reviews.reviewMany.mutationOptions({
      onSuccess: ({ reviewed }) => onDone(reviewed),
      // What was seen is no longer so: the list and its count are read again behind the words.
      onSettled: () => void queries.invalidateQueries({ queryKey: api.reviews.pathKey() }),
    }),
  );
  const problems = formProblems(review.error, ['verdict', 'coachingNote']);
  const number = count.toLocaleString('en-GB');
  const judge = () => {
    if (draft.verdict === null) return setIsMissing(true);
    review.mutate({ ...target, verdict: draft.verdict, coachingNote: draft.coachingNote.trim() });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={count === 1 ? 'Review 1 escalation' : `Review ${number} escalations`}
      description="Each gets this verdict in its own record. A later review of one of them counts instead."
      footer={
        <>
          <Button variant="primary" size="call" isBusy={review.isPending} onClick={judge}>
            {count === 1 ? 'Review it' : `Review all ${number}`}
          </Button>
          <Button size="call" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <VerdictFields
          draft={draft}
          reader="the operators who started them"
          problemOf={(field) =>
            field === 'verdict' && isMissing && draft.verdict === null
              ? 'Choose a verdict.'
              : problems.of(field)
          }
          onChange={setDraft}
        />
        {problems.words ? (
          <p role="alert" className="font-medium text-critical">
            {problems.words}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
