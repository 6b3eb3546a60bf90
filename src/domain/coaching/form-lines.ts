import type { Problem } from '../../kernel/errors';
import type { Criterion, Mark, ScoreLine } from './model';

type Given = { criterionId: string; mark: Mark; words: string };

/**
 * What is wrong with a form that was filled in: each criterion is marked once, and nothing else is. What was missed
 * needs words: whoever is coached can only answer what was said. Fields are `lines.<criterion>.mark` and `….words`.
 */
export function lineProblems(criteria: readonly Criterion[], given: readonly Given[]): Problem[] {
  const known = new Set(criteria.map(({ id }) => id));
  const problems = given.flatMap(({ criterionId }, n): Problem[] => {
    const field = `lines.${criterionId}.mark`;
    if (!known.has(criterionId)) return [{ field, words: 'The form has no such criterion.' }];
    const isFirst = given.findIndex((line) => line.criterionId === criterionId) === n;
    return isFirst ? [] : [{ field, words: 'Mark each criterion once.' }];
  });
  for (const { id, name } of criteria) {
    const line = given.find(({ criterionId }) => criterionId === id);
    if (line === undefined) {
      problems.push({ field: `lines.${id}.mark`, words: `Mark “${name}”, or say that it does not apply.` });
    } else if (line.mark === 'missed' && line.words === '') {
      problems.push({ field: `lines.${id}.words`, words: `Say what was missed under “${name}”.` });
    }
  }
  return problems;
}

/** The criteria as they are, with their marks, in the order of the form; those without a mark did not apply. */
export function formLines(criteria: readonly Criterion[], given: readonly Given[]): ScoreLine[] {
  return criteria.map((criterion) => {
    const line = given.find(({ criterionId }) => criterionId === criterion.id);
    return { ...criterion, mark: line?.mark ?? 'not_applicable', words: line?.words ?? '' };
  });
}
