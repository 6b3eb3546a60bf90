'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Hourglass, ShieldAlert, Undo2, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { wordings } from '@/domain/briefings/wordings';
import { Time } from '@/ui/time';
import { isOver } from './approval-step';
import { approverWords } from './approval-words';

export type ReviewNoticeProps = { briefing: Briefing; zone: string; organizationName: string };

const tones = {
  high: 'bg-high-soft text-high',
  medium: 'bg-medium-soft text-medium',
  fine: 'bg-fine-soft text-fine',
} as const;

type NoticeProps = { icon: LucideIcon; tone: keyof typeof tones; title: ReactNode; children?: ReactNode };

function Notice({ icon: Icon, tone, title, children }: NoticeProps) {
  return (
    <div role="status" className={`flex gap-2 rounded-md px-3 py-2 ${tones[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  );
}

/** What operators already say and nobody has approved, and what is held back from them. */
function Unapproved({ briefing, zone, organizationName }: ReviewNoticeProps) {
  const api = useTRPC();
  const [newest] = useQuery(api.briefings.versions.queryOptions({ briefingId: briefing.id })).data ?? [];
  const given = newest ? wordings(newest.content).map(({ key }) => newest.approvals[key]) : [];
  const said = given.filter((approval) => approval?.kind === 'emergency').length;
  const heldBack = given.filter((approval) => approval === undefined).length;
  const sentences = (count: number) => (count === 1 ? '1 sentence' : `${count} sentences`);
  const since = briefing.unapprovedSince ? <Time at={briefing.unapprovedSince} zone={zone} /> : null;
  const isHeldBackOnly = said === 0 && heldBack > 0;
  return (
    <Notice
      icon={ShieldAlert}
      tone="high"
      title={
        isHeldBackOnly ? (
          <>Held back: {sentences(heldBack)} not approved yet</>
        ) : (
          <>Published in an emergency: not approved yet, since {since}</>
        )
      }
    >
      {isHeldBackOnly ? 'Operators do not see what is held back.' : null}
      {said > 0 ? `Operators say ${sentences(said)}, marked as not approved.` : null}
      {said > 0 && heldBack > 0 ? ` ${sentences(heldBack)} more they do not see.` : null}{' '}
      {approverWords(briefing, organizationName)} can approve.
    </Notice>
  );
}

/** Where the draft stands between its author and whoever approves it. */
export function ReviewNotice(props: ReviewNoticeProps) {
  const { briefing, zone, organizationName } = props;
  const { review, submittedAt, submittedByName, reviewedByName, reviewWords, unapprovedSince } = briefing;
  const [known, setKnown] = useState(review);
  const [isTakenBack, setIsTakenBack] = useState(false);
  if (known !== review) {
    setKnown(review);
    const wasAsked = known === 'submitted' || known === 'approved';
    setIsTakenBack(wasAsked && review === 'none' && briefing.hasUnpublishedChanges);
  }
  if (isOver(briefing)) return null;
  return (
    <>
      {isTakenBack ? (
        <Notice
          icon={Undo2}
          tone="medium"
          title={`${briefing.updatedByName} changed it: the request for approval is taken back`}
        >
          Submit it again when it is ready.
        </Notice>
      ) : null}
      {unapprovedSince ? <Unapproved {...props} /> : null}
      {review === 'submitted' ? (
        <Notice
          icon={Hourglass}
          tone="medium"
          title={
            <>
              Waiting for approval
              {submittedAt ? (
                <>
                  {' '}
                  since <Time at={submittedAt} zone={zone} show="absolute" />
                </>
              ) : null}
              {submittedByName ? `, from ${submittedByName}` : null}
            </>
          }
        >
          {approverWords(briefing, organizationName)} can approve. You can go on writing: a change takes the
          request back, and you submit again.
        </Notice>
      ) : null}
      {review === 'approved' ? (
        <Notice
          icon={CircleCheck}
          tone="fine"
          title={reviewedByName ? `Approved by ${reviewedByName}: publish it` : 'Approved: publish it'}
        >
          A change needs a new approval.
        </Notice>
      ) : null}
      {review === 'rejected' ? (
        <Notice
          icon={Undo2}
          tone="high"
          title={reviewedByName ? `Sent back by ${reviewedByName}` : 'Sent back'}
        >
          <p className="whitespace-pre-line">{reviewWords}</p>
          <p className="text-ink-soft">Mend it, and submit it again.</p>
        </Notice>
      ) : null}
    </>
  );
}
