import { expect, it } from 'vitest';
import { answerFate } from '../../src/domain/escalations/answer-fate';

it.each([
  ['open', 1, undefined, 'counts'],
  ['open', 1, 1, 'counts'],
  ['open', 1, 3, 'counts'],
  ['open', 4, 4, 'counts'],
  ['open', 4, 3, 'stale'],
  ['unanswered', 4, 3, 'stale'],
  ['unanswered', 4, undefined, 'counts'],
  ['acknowledged', 4, 3, 'already'],
  ['resolved', 1, 1, 'already'],
  ['cancelled', 4, 3, 'cancelled'],
] as const)('%s, a run from cycle %i, an answer to cycle %s: %s', (state, runFromCycle, cycle, fate) => {
  expect(answerFate({ state, runFromCycle }, cycle)).toBe(fate);
});
