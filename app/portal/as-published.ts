'use client';

import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { BriefingSummary } from '@/domain/briefings/model';

const instant = (text: string | null) => (text === null ? null : new Date(text));

/**
 * Published briefings as operators see them. A summary tells of the draft; where that has changes which are not
 * published, the newest version takes its place.
 */
export function useAsPublished(rows: readonly BriefingSummary[]): BriefingSummary[] {
  const api = useTRPC();
  const edited = rows.filter((row) => row.hasUnpublishedChanges);
  const versions = useQueries({
    queries: edited.map(({ id }) => api.briefings.versions.queryOptions({ briefingId: id })),
    combine: (results) => new Map(results.map(({ data }) => [data?.[0]?.briefingId, data?.[0]])),
  });
  return rows.map((row) => {
    const content = versions.get(row.id)?.content;
    if (!content) return row;
    return {
      ...row,
      headline: content.headline,
      severity: content.severity,
      startsAt: instant(content.startsAt),
      endsAt: instant(content.endsAt),
      nextUpdateDueAt: instant(content.nextUpdateDueAt),
    };
  });
}
