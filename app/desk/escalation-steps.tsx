'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Urgency } from '@/domain/calls/model';
import { EscalationPlanSteps } from '@/ui/escalation-plan';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { ResponsibleNow } from './responsible-now';
import type { EscalationOf } from './use-start-escalation';

/** Read while there is a connection; kept for the moment in which there is none. */
export function useEscalationSteps(of: EscalationOf, urgency: Urgency, isAsked: boolean) {
  const api = useTRPC();
  return useQuery({
    ...api.escalations.preview.queryOptions({ ...of, urgency }),
    enabled: isAsked,
    staleTime: 30_000,
    // The old plan stays, dimmed, while the one of another urgency is on its way.
    placeholderData: (previous) => previous,
  });
}

type EscalationStepsProps = {
  of: EscalationOf;
  clientId: string | null;
  urgency: Urgency;
  isAsked: boolean;
};

/** Who is responsible now, and who would be told, step by step, before anything is sent. */
export function EscalationSteps({ of, clientId, urgency, isAsked }: EscalationStepsProps) {
  const preview = useEscalationSteps(of, urgency, isAsked);
  const api = useTRPC();
  const client = useQuery({
    ...api.clients.get.queryOptions({ clientId: clientId ?? '' }),
    enabled: isAsked && clientId !== null,
    staleTime: 300_000,
  });
  const zone = client.data?.timeZone ?? null;
  return (
    <section
      aria-label="Who is told"
      aria-busy={preview.isPlaceholderData}
      className={preview.isPlaceholderData ? 'opacity-60' : ''}
    >
      <h3 className="mb-1 font-semibold">Who is told</h3>
      {preview.isError && !preview.data ? (
        <LoadError words={errorWords(preview.error).words} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <LoadingRows rows={2} label="Finding out who is responsible" />
      ) : preview.data.steps.length === 0 ? (
        <p className="font-medium text-critical">
          Nobody is set up for this client. Phone your account manager, and start anyway so that it is on
          record.
        </p>
      ) : (
        <>
          <ResponsibleNow plan={preview.data} clientId={clientId} zone={zone} />
          <EscalationPlanSteps plan={preview.data} zone={zone} isDated={false} />
        </>
      )}
    </section>
  );
}
