'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { BriefingVersions } from './briefing-versions';
import { BriefingView } from './briefing-view';
import { PageHeader } from './page-header';
import { RecordedBriefing } from './recorded-briefing';
import { BriefingStateChip } from './state-chip';
import { Time } from './time';
import { UpdateDue } from './update-due';
import { useWithdrawals } from './use-withdrawals';

export type BriefingRecordProps = {
  briefing: Briefing;
  zone: string | null;
  backHref: string;
  /** What can be done with it besides reading. */
  actions?: ReactNode;
};

/** A briefing to read: what operators see, or saw last, and every version with what it changed. */
export function BriefingRecord({ briefing, zone, backHref, actions }: BriefingRecordProps) {
  const api = useTRPC();
  const newest = useQuery(api.briefings.versions.queryOptions({ briefingId: briefing.id })).data?.[0];
  const withdrawals = useWithdrawals(briefing.id);
  const content = briefing.published ?? briefing.draft;
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
          actions={actions}
          about={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {briefing.clientName}
              <BriefingStateChip state={briefing.state} />
              {briefing.resolvedAt ? (
                <span>
                  {briefing.state === 'withdrawn' ? 'Withdrawn ' : 'Resolved '}
                  <Time at={briefing.resolvedAt} zone={zone} />
                </span>
              ) : null}
              {briefing.hasUnpublishedChanges && briefing.state === 'published' ? (
                <span className="font-medium text-high">The draft has changes not published yet</span>
              ) : null}
            </span>
          }
        />
        {briefing.state === 'published' && content.nextUpdateDueAt ? (
          <UpdateDue at={new Date(content.nextUpdateDueAt)} zone={zone} />
        ) : null}
        {briefing.state === 'withdrawn' && briefing.reviewWords ? (
          <p className="rounded-md bg-high-soft px-3 py-2 text-high">
            Nothing of it may be said any more: {briefing.reviewWords}
          </p>
        ) : null}
        {briefing.unapprovedSince ? (
          <p className="rounded-md bg-high-soft px-3 py-2 font-medium text-high">
            Not approved yet, since <Time at={briefing.unapprovedSince} zone={zone} />
          </p>
        ) : null}
      </div>
      <div className="rounded-md border border-line bg-surface p-4">
        {newest ? (
          <RecordedBriefing key={newest.id} version={newest} withdrawals={withdrawals} zone={zone} />
        ) : (
          <BriefingView content={content} zone={zone} isRecord />
        )}
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
