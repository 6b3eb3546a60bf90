import { DomainError, type Problem } from '../../kernel/errors';
import type { CallTypeIntake } from './model';

/** What an operator could not fill in: a choice without choices, or two fields that cannot be told apart. */
export function callTypeProblems(intake: readonly CallTypeIntake[]): Problem[] {
  return intake.flatMap(({ id, label, kind, choices }, n) => {
    const isSame = (other: CallTypeIntake) =>
      other.id === id || other.label.toLowerCase() === label.toLowerCase();
    const found: Problem[] = [];
    if (intake.findIndex(isSame) < n) {
      found.push({ field: `intake.${n}.label`, words: 'Another field has this label already.' });
    }
    if (kind === 'choice' && choices.length < 2) {
      found.push({ field: `intake.${n}.choices`, words: 'Give at least two choices.' });
    }
    return found;
  });
}

/** @throws DomainError INVALID */
export function requireSoundIntake(intake: readonly CallTypeIntake[]): void {
  const problems = callTypeProblems(intake);
  if (problems.length > 0) throw new DomainError('INVALID', 'A field cannot be filled in.', problems);
}
