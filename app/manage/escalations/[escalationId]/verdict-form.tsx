'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { ReviewPage } from '@/domain/reviews/model';
import { FormFoot } from '@/ui/form-foot';
import { formProblems } from '@/ui/form-problems';
import { blankVerdict, VerdictFields } from '../verdict-fields';

/** A verdict on this escalation, with a word to the operator who started it. */
export function VerdictForm({ page }: { page: ReviewPage }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(blankVerdict);
  const [isMissing, setIsMissing] = useState(false);
  const review = useMutation(
    api.reviews.review.mutationOptions({
      onSuccess: () => {
        setDraft(blankVerdict);
        setIsMissing(false);
        void queries.invalidateQueries({ queryKey: api.reviews.pathKey() });
        void queries.invalidateQueries({ queryKey: api.escalations.get.queryKey({ escalationId: page.id }) });
      },
    }),
  );
  const problems = formProblems(review.error, ['verdict', 'coachingNote']);
  const missing = isMissing && draft.verdict === null ? 'Choose a verdict.' : undefined;
  return (
    <form
      noValidate
      aria-label="Verdict"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.verdict === null) return setIsMissing(true);
        const coachingNote = draft.coachingNote.trim();
        review.mutate({ escalationId: page.id, verdict: draft.verdict, coachingNote });
      }}
    >
      <VerdictFields
        draft={draft}
        reader={page.isStartedByStaff ? page.startedByName : null}
        problemOf={(field) => (field === 'verdict' ? (missing ?? problems.of(field)) : problems.of(field))}
        onChange={setDraft}
      />
      <FormFoot
        submitWords={page.reviews.length === 0 ? 'Save the verdict' : 'Save another verdict'}
        isBusy={review.isPending}
        problem={problems.words}
        done={review.isSuccess ? 'Saved.' : null}
      />
    </form>
  );
}
