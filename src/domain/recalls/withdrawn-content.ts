import type { BriefingContent } from '../briefings/model';

/**
 * The content without a statement, or with the correction in its place. Its translations go in either case: they say
 * the old thing.
 */
export function withdrawnContent(
  content: BriefingContent,
  statementId: string,
  correction: string | null,
): BriefingContent {
  const statements =
    correction === null
      ? content.statements.filter(({ id }) => id !== statementId)
      : content.statements.map((item) =>
          item.id === statementId ? { ...item, text: correction, in: {} } : item,
        );
  return { ...content, statements };
}
