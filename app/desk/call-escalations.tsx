'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import { DeliveryList } from '@/ui/delivery-list';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { EscalationStateChip } from '@/ui/state-chip';
import { EscalationProgress } from './escalation-progress';
import { KeyFor } from './key-for';

/** Who was told and what came back, live. */
export function EscalationLive({ escalation, zone }: { escalation: EscalationCard; zone: string | null }) {
  const api = useTRPC();
  const detail = useQuery(api.escalations.get.queryOptions({ escalationId: escalation.id }));
  return (
    <article className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2" role="status">
        <EscalationStateChip state={escalation.state} />
      </p>
      <EscalationProgress escalation={escalation} />
      {detail.isError ? (
        <LoadError words={errorWords(detail.error).words} onRetry={() => void detail.refetch()} />
      ) : detail.isPending ? (
        <LoadingRows rows={2} label="Loading who was told" />
      ) : (
        <DeliveryList deliveries={detail.data.deliveries} zone={zone} />
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
    <section aria-label="Escalation">
      <h2 className="mb-1 font-semibold">Escalation</h2>
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
