'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Escalation } from '@/domain/escalations/model';
import type { EscalationAction } from '@/ui/escalation-offers';
import { EscalationScreen } from '@/ui/escalation-screen';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { AttemptList } from './attempt-list';
import { CallRecord } from './call-record';
import { ReviewSection } from './review-section';

function Judgement({ escalationId }: { escalationId: string }) {
  const api = useTRPC();
  const page = useQuery(api.reviews.get.queryOptions({ escalationId }));
  if (page.data) return <ReviewSection key={escalationId} page={page.data} />;
  if (page.isError) {
    return (
      <LoadError
        words={`The review cannot be shown. ${errorWords(page.error).words}`}
        onRetry={() => void page.refetch()}
      />
    );
  }
  return <LoadingRows rows={4} height={56} label="The review is being loaded." />;
}

function Attempts({ escalationId }: { escalationId: string }) {
  const api = useTRPC();
  const { data } = useQuery(api.reviews.get.queryOptions({ escalationId }));
  if (!data || data.attempts.length === 0) return null;
  return <AttemptList attempts={data.attempts} zone={data.clientTimeZone} />;
}

function Record({ escalation }: { escalation: Escalation }) {
  const { id, callId } = escalation;
  return (
    <>
      <Attempts escalationId={id} />
      {callId === null ? null : <CallRecord callId={callId} />}
    </>
  );
}

export type ManagedEscalationProps = { escalationId: string; allowed: readonly EscalationAction[] };

/** One escalation with what an account manager thinks of it, and everything that they need to judge it. */
export function ManagedEscalation({ escalationId, allowed }: ManagedEscalationProps) {
  return (
    <EscalationScreen
      escalationId={escalationId}
      backHref="/manage/escalations"
      callsHref="/manage/calls"
      allowed={allowed}
      judgement={<Judgement escalationId={escalationId} />}
      record={(escalation) => <Record escalation={escalation} />}
    />
  );
}
