import { v4 } from 'uuid';
import type { Criterion } from '@/domain/coaching/model';

/** The form as its fields hold it: weights as text. */
export type FormDraft = { criteria: { criterionId: string; name: string; hint: string; weight: string }[] };

export function formDraft(criteria: readonly Criterion[]): FormDraft {
  return {
    criteria: criteria.map(({ id, name, hint, weight }) => ({
      criterionId: id,
      name,
      hint,
      weight: String(weight),
    })),
  };
}

export function blankCriterion(): FormDraft['criteria'][number] {
  return { criterionId: v4(), name: '', hint: '', weight: '2' };
}

/** As the API takes it; a weight that is no number is refused there in words. */
export function criteriaOf({ criteria }: FormDraft): Criterion[] {
  return criteria.map(({ criterionId, name, hint, weight }) => ({
    id: criterionId,
    name: name.trim(),
    hint: hint.trim(),
    weight: weight.trim() === '' ? 0 : Number(weight),
  }));
}
