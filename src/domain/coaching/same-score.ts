import type { Mark } from './model';

type Given = { lines: readonly { criterionId: string; mark: Mark; words: string }[]; words: string };
type Known = { lines: readonly { id: string; mark: Mark; words: string }[]; words: string };

/** Whether a form says the same as what is on record, whatever the order of its lines. */
export function isSameScore(known: Known, given: Given): boolean {
  return (
    known.words === given.words &&
    known.lines.length === given.lines.length &&
    known.lines.every(({ id, mark, words }) =>
      given.lines.some((line) => line.criterionId === id && line.mark === mark && line.words === words),
    )
  );
}
