import Link from 'next/link';
import type { EscalationCard } from '@/domain/escalations/model';
import { EscalationActions, type EscalationAction } from '@/ui/escalation-actions';
import { EscalationStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';

export type EscalationRowProps = { escalation: EscalationCard; answers: readonly EscalationAction[] };

/** One escalation as a card that can be answered in one press, also with a thumb. */
export function EscalationRow({ escalation, answers }: EscalationRowProps) {
  const {
    id,
    state,
    urgency,
    summary,
    startedAt,
    startedByName,
    acknowledgedAt,
    acknowledgedByName,
    resolvedAt,
  } = escalation;
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line bg-raised p-3 sm:flex-row sm:items-start">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <UrgencyChip urgency={urgency} />
          <EscalationStateChip state={state} />
        </p>
        <p className="mt-1.5">
          <Link href={`/portal/escalations/${id}`} className="font-medium underline-offset-2 hover:underline">
            {summary}
          </Link>
        </p>
        <p className="mt-1 text-ink-soft">
          From {startedByName}, <Time at={startedAt} />
          {acknowledgedAt ? (
            <>
              ; acknowledged by {acknowledgedByName ?? 'a contact'},{' '}
              <Time at={acknowledgedAt} show="absolute" />
            </>
          ) : null}
          {resolvedAt ? (
            <>
              ; resolved <Time at={resolvedAt} show="absolute" />
            </>
          ) : null}
        </p>
      </div>
      <EscalationActions escalation={escalation} allowed={answers} size="call" />
    </li>
  );
}
