'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { EscalationStanding } from '@/ui/escalation-standing';
import { EscalationStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';

/** Escalations started by this operator that are still in motion. */
export function OwnEscalations({ escalations }: { escalations: readonly EscalationCard[] }) {
  if (escalations.length === 0) return null;
  return (
    <section aria-label="My escalations">
      <h2 className="mb-2 text-base font-semibold">My escalations</h2>
      <ul className="border-t border-line">
        {escalations.map((escalation) => (
          <li key={escalation.id} className="flex flex-col gap-1 border-b border-line py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <EscalationStateChip state={escalation.state} />
              <span className="font-medium">{escalation.clientName}</span>
              <span className="text-ink-soft">
                started <Time at={escalation.startedAt} />
              </span>
            </p>
            <p className="line-clamp-2 max-w-[66ch] whitespace-pre-line">{escalation.summary}</p>
            <EscalationStanding escalation={escalation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
