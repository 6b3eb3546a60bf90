'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/api/client';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { ToldStatement } from '@/domain/calls/model';
import { EmptyState } from '@/ui/list-states';
import { Time } from '@/ui/time';

export type ToldLogProps = {
  told: readonly ToldStatement[];
  /** The briefing in force at the ring. */
  atRing: LiveBriefing | null;
  briefingId: string | null;
  zone: string | null;
};

/** Each sentence the caller heard, by whom, and under which approved version. */
export function ToldLog({ told, atRing, briefingId, zone }: ToldLogProps) {
  const api = useTRPC();
  const hasLater = told.some(({ briefingVersionId }) => briefingVersionId !== atRing?.versionId);
  const versions = useQuery(
    api.briefings.versions.queryOptions(
      { briefingId: briefingId ?? '' },
      { enabled: briefingId !== null && hasLater },
    ),
  );
  const numbers = new Map(versions.data?.map(({ id, version }) => [id, version]));
  if (atRing) numbers.set(atRing.versionId, atRing.version);
  if (told.length === 0) {
    return (
      <EmptyState title="No approved statement was marked as told.">
        {atRing ? null : 'No briefing was in force when the call came in.'}
      </EmptyState>
    );
  }
  return (
    <ol className="border-t border-line">
      {told.map((statement) => {
        const version = numbers.get(statement.briefingVersionId);
        return (
          <li key={statement.statementId} className="border-b border-line py-2">
            <p className="max-w-[66ch]">“{statement.text}”</p>
            <p className="text-[13px] text-ink-soft">
              {statement.byName}, <Time at={statement.at} zone={zone} />, under{' '}
              {briefingId ? (
                <Link
                  href={`/manage/briefings/${briefingId}`}
                  className="text-accent underline underline-offset-2"
                >
                  {version === undefined ? 'an approved version' : `version ${version}`}
                </Link>
              ) : (
                'an approved version'
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
