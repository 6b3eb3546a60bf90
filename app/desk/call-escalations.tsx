'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import { EscalationActions } from '@/ui/escalation-actions';
import type { EscalationAction } from '@/ui/escalation-offers';
import { EscalationStanding } from '@/ui/escalation-standing';
import { EscalationStepsLive } from '@/ui/escalation-steps-live';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { EscalationStateChip } from '@/ui/state-chip';
import { KeyFor } from './key-for';

/** Everybody at a desk belongs to the answering service: this much all of them may. Resolving is not for the desk. */
const atDesk: readonly EscalationAction[] = ['record', 'patch', 'skip', 'cancel'];

/** Who was told and what came back, live, with what the operator can do about it. */
export function EscalationLive({ escalation, zone }: { escalation: EscalationCard; zone: string | null }) {
  const api = useTRPC();
  const detail = useQuery(api.escalations.get.queryOptions({ escalationId: escalation.id }));
  return (
    <article className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2" role="status">
        <EscalationStateChip state={escalation.state} />
      </p>
      <EscalationActions escalation={escalation} allowed={atDesk} size="compact" />
      {detail.isError && !detail.data ? (
        <>
          <EscalationStanding escalation={escalation} />
          <LoadError words={errorWords(detail.error).words} onRetry={() => void detail.refetch()} />
        </>
      ) : detail.isPending ? (
        <>
          <EscalationStanding escalation={escalation} />
          <LoadingRows rows={2} label="Loading who was told" />
        </>
      ) : (
        <EscalationStepsLive escalation={{ ...detail.data, ...escalation }} zone={zone} />
      )}
    </article>
  );
}

/** The right column's view of a call's escalations. */
export function CallEscalations({
  escalations,
  zone,
}: {
  escalations: readonly EscalationCard[];
  zone: string | null;
}) {
  return (
    <section aria-label="Escalation" className="flex flex-col gap-3">
      <h2 className="font-semibold">Escalation</h2>
      {escalations.length === 0 ? (
        <p className="text-ink-soft">
          Nobody has been told. Escalate <KeyFor action="escalate" /> reaches the responsible contact.
        </p>
      ) : (
        escalations.map((escalation) => (
          <EscalationLive key={escalation.id} escalation={escalation} zone={zone} />
        ))
      )}
    </section>
  );
}
