import type { QuestionGroup } from '@/domain/questions/model';

/** By how many callers asked, then by how often, then the one asked last. */
export function mostAskedFirst(groups: readonly QuestionGroup[]): QuestionGroup[] {
  return groups.toSorted(
    (one, other) =>
      other.callers - one.callers ||
      other.count - one.count ||
      other.lastAskedAt.getTime() - one.lastAskedAt.getTime(),
  );
}
