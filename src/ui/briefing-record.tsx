'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { BriefingVersions } from './briefing-versions';
import { BriefingView } from './briefing-view';
import { PageHeader } from './page-header';
import { BriefingStateChip } from './state-chip';
import { Time } from './time';
import { UpdateDue } from './update-due';

export type BriefingRecordProps = { briefing: Briefing; zone: string | null; backHref: string };

/** A briefing to read: what operators see, or saw last, and every version with what it changed. */
export function BriefingRecord({ briefing, zone, backHref }: BriefingRecordProps) {
  const api = useTRPC();
  const newest = useQuery(api.briefings.versions.queryOptions({ briefingId: briefing.id })).data?.[0];
  const content = newest?.content ?? briefing.draft;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <div className="flex flex-col gap-2">
        <Link
          href={backHref}
          className="inline-flex items-center gap-1 self-start text-accent hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" />
          All briefings
        </Link>
        <PageHeader
          title={content.headline || 'No headline yet'}
          about={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {briefing.clientName}
              <BriefingStateChip state={briefing.state} />
              {briefing.resolvedAt ? (
                <span>
                  Resolved <Time at={briefing.resolvedAt} zone={zone} />
                </span>
              ) : null}
              {newest && briefing.hasUnpublishedChanges && briefing.state === 'published' ? (
                <span className="font-medium text-high">The draft has changes not published yet</span>
              ) : null}
            </span>
          }
        />
        {briefing.state === 'published' && content.nextUpdateDueAt ? (
          <UpdateDue at={new Date(content.nextUpdateDueAt)} zone={zone} />
        ) : null}
      </div>
      <div className="rounded-md border border-line bg-surface p-4">
        <BriefingView
          content={content}
          zone={zone}
          {...(newest
            ? {
                version: newest.version,
                publishedAt: newest.publishedAt,
                publishedByName: newest.publishedByName,
              }
            : {})}
        />
      </div>
      <section aria-labelledby="versions" className="flex flex-col gap-2">
        <h2 id="versions" className="text-base font-semibold">
          Versions
        </h2>
        <BriefingVersions briefingId={briefing.id} zone={zone} />
      </section>
    </div>
  );
}
