'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { lineProblems } from '@/domain/coaching/form-lines';
import type { Criterion, Mark, Scoring } from '@/domain/coaching/model';
import { percentMet } from '@/domain/coaching/percent-met';
import type { SummaryProblem } from '@/ui/error-summary';
import { formProblems } from '@/ui/form-problems';

export type Line = { mark: Mark | null; words: string };
const blank: Line = { mark: null, words: '' };

/** By criterion; what was scored before stands as it was scored. */
function firstLines({ score }: Scoring): Record<string, Line> {
  return Object.fromEntries((score?.lines ?? []).map(({ id, mark, words }) => [id, { mark, words }]));
}

/**
 * The form being filled in. It stays the form that was opened: a colleague who changes it meanwhile does not swap it
 * under somebody's hands.
 */
export function useScoreForm(scoring: Scoring, onDone: () => void) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [{ score, scorecard, callId }] = useState(scoring);
  const [lines, setLines] = useState(() => firstLines(scoring));
  const [words, setWords] = useState(scoring.score?.words ?? '');
  const [attempts, setAttempts] = useState(0);
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.scores.pathKey() });
    onDone();
  };
  const first = useMutation(api.scores.score.mutationOptions({ onSuccess }));
  const change = useMutation(api.scores.change.mutationOptions({ onSuccess }));
  const save = score === null ? first : change;

  const criteria: readonly Criterion[] = score?.lines ?? scorecard.criteria;
  const lineOf = (id: string): Line => lines[id] ?? blank;
  const given = criteria.flatMap(({ id }) => {
    const { mark, words: own } = lineOf(id);
    return mark === null ? [] : [{ criterionId: id, mark, words: own.trim() }];
  });
  const marked = criteria.flatMap(({ id, weight }) => {
    const { mark } = lineOf(id);
    return mark === null ? [] : [{ weight, mark }];
  });
  const own: readonly SummaryProblem[] = attempts === 0 ? [] : lineProblems(criteria, given);
  const refused = formProblems(save.error, []).words;
  return {
    criteria,
    lineOf,
    words,
    setWords,
    change: (id: string, part: Partial<Line>) => {
      setLines((before) => ({ ...before, [id]: { ...(before[id] ?? blank), ...part } }));
      if (!save.isPending) save.reset();
    },
    /** Of what is marked so far. */
    percent: percentMet(marked),
    markedCount: marked.length,
    problems: own.length > 0 ? own : refused === null ? [] : [{ field: '', words: refused }],
    attempts,
    isBusy: save.isPending,
    submit: () => {
      if (save.isPending) return;
      setAttempts((before) => before + 1);
      if (lineProblems(criteria, given).length > 0) return;
      const form = { lines: given, words: words.trim() };
      if (score === null) first.mutate({ callId, version: scorecard.version, ...form });
      else change.mutate({ scoreId: score.id, ...form });
    },
  };
}
