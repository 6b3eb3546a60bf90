import Link from 'next/link';
import type { Briefing } from '@/domain/briefings/model';
import { SeverityChip } from '@/ui/severity-chip';
import { BriefingStateChip, ReviewChips } from '@/ui/state-chip';
import { Time } from '@/ui/time';

/** Whose briefing it is, who wants it approved, and since when. */
export function ApprovalHead({ briefing, zone }: { briefing: Briefing; zone: string | null }) {
  const { id, clientName, severity, state, review, unapprovedSince, submittedAt, submittedByName } = briefing;
  const headline = review === 'submitted' ? briefing.draft.headline : briefing.headline;
  return (
    <header className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <SeverityChip severity={severity} />
        <BriefingStateChip state={state} />
        <ReviewChips review={review} unapprovedSince={unapprovedSince} />
        <span className="font-medium">{clientName}</span>
      </p>
      <h1 className="text-xl leading-7 font-semibold text-balance">{headline || 'No headline yet'}</h1>
      <p className="text-ink-soft">
        {review === 'submitted' && submittedAt ? (
          <>
            Submitted by {submittedByName}, <Time at={submittedAt} zone={zone} />.{' '}
          </>
        ) : null}
        {unapprovedSince ? (
          <>
            Published before everything was approved, <Time at={unapprovedSince} zone={zone} />.{' '}
          </>
        ) : null}
        <Link href={`/manage/briefings/${id}`} className="text-accent underline underline-offset-2">
          All versions
        </Link>
      </p>
    </header>
  );
}
