'use client';

import { ChartColumn, CircleCheck, Hourglass, Plug, ShieldAlert, Undo2 } from 'lucide-react';
import Link from 'next/link';
import type { BriefingSummary } from '@/domain/briefings/model';
import { incidentStatusWords } from '@/ui/briefing-words';
import { Chip } from '@/ui/chip';
import { SeverityChip } from '@/ui/severity-chip';
import { BriefingStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { UpdateDue } from '@/ui/update-due';

type RowProps = { briefing: BriefingSummary; zone: string | null };

/** When a briefing applies, or when it stopped, in one line. */
function When({ briefing, zone }: RowProps) {
  const { state, startsAt, endsAt, resolvedAt, publishedAt, updatedAt, updatedByName, currentVersion } =
    briefing;
  if (resolvedAt && (state === 'resolved' || state === 'withdrawn')) {
    return (
      <>
        {state === 'resolved' ? 'Resolved ' : 'Withdrawn '}
        <Time at={resolvedAt} zone={zone} />
        {state === 'withdrawn' && briefing.reviewWords ? `: ${briefing.reviewWords}` : null}
      </>
    );
  }
  if (state === 'draft' || !publishedAt) {
    return (
      <>
        Saved by {updatedByName}, <Time at={updatedAt} zone={zone} />
      </>
    );
  }
  return (
    <>
      {incidentStatusWords[briefing.incidentStatus]}; version {currentVersion}, published{' '}
      <Time at={publishedAt} zone={zone} />
      {startsAt ? (
        <>
          ; from <Time at={startsAt} zone={zone} show="absolute" />
        </>
      ) : null}
      {endsAt ? (
        <>
          ; until <Time at={endsAt} zone={zone} />
        </>
      ) : null}
    </>
  );
}

/** What of a briefing still needs somebody. */
function Marks({ briefing, zone }: RowProps) {
  const { state, review, submittedAt, submittedByName, unapprovedSince, hasUnpublishedChanges } = briefing;
  const isPublished = state === 'published';
  const isOver = state === 'resolved' || state === 'withdrawn';
  if (isOver) return null;
  const what = isPublished ? 'Changes wait' : 'Waits';
  return (
    <>
      {unapprovedSince ? <Chip tone="high" icon={ShieldAlert} words="Not approved yet" /> : null}
      {review === 'submitted' ? (
        <span className="flex items-center gap-1 font-medium text-medium">
          <Hourglass aria-hidden className="size-4 shrink-0" />
          <span>
            {what} for approval
            {submittedAt ? (
              <>
                {' '}
                since <Time at={submittedAt} zone={zone} show="absolute" />
              </>
            ) : null}
            {submittedByName ? `, from ${submittedByName}` : null}
          </span>
        </span>
      ) : null}
      {review === 'approved' ? (
        <span className="flex items-center gap-1 font-medium text-fine">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {isPublished ? 'Changes approved, not published yet' : 'Approved, not published yet'}
        </span>
      ) : null}
      {review === 'rejected' ? (
        <span className="flex items-center gap-1 font-medium text-high">
          <Undo2 aria-hidden className="size-4 shrink-0" />
          Sent back
        </span>
      ) : null}
      {isPublished && hasUnpublishedChanges && review === 'none' ? (
        <span className="font-medium text-high">Changes not published yet</span>
      ) : null}
    </>
  );
}

/** One briefing of the board: how grave, what it says, where it stands. */
export function BriefingRow({ briefing, zone }: RowProps) {
  const isPublished = briefing.state === 'published';
  return (
    <li className="relative rounded-md border border-line bg-raised p-3 hover:border-line-strong">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SeverityChip severity={briefing.severity} />
        {isPublished ? null : <BriefingStateChip state={briefing.state} />}
        {briefing.sourceName && briefing.state === 'draft' ? (
          <Chip tone="low" icon={Plug} words={`From ${briefing.sourceName}`} />
        ) : null}
        <Marks briefing={briefing} zone={zone} />
      </p>
      <p className="mt-1.5 text-base leading-6 font-medium">
        <Link
          href={`/portal/briefings/${briefing.id}`}
          className="underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          {briefing.headline || 'No headline yet'}
        </Link>
      </p>
      <p className="mt-0.5 text-ink-soft">
        <When briefing={briefing} zone={zone} />
      </p>
      {briefing.currentVersion > 0 ? (
        <p className="mt-1">
          <Link
            href={`/portal/incidents/${briefing.id}`}
            className="relative z-10 inline-flex min-h-6 items-center gap-1 text-accent underline underline-offset-2"
          >
            <ChartColumn aria-hidden className="size-4 shrink-0" />
            Incident board
          </Link>
        </p>
      ) : null}
      {isPublished && briefing.nextUpdateDueAt ? (
        <UpdateDue at={briefing.nextUpdateDueAt} zone={zone} />
      ) : null}
    </li>
  );
}
