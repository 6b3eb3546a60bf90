import Link from 'next/link';
import type { EscalationCard } from '@/domain/escalations/model';
import { EscalationActions } from '@/ui/escalation-actions';
import type { EscalationAction } from '@/ui/escalation-offers';
import { EscalationStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { TriedNow } from '@/ui/tried-now';
import { UrgencyChip } from '@/ui/urgency-chip';

/** What is answered without opening it; the rest is on its own screen. */
const atOnce = new Set<EscalationAction>(['acknowledge', 'decline', 'resolve']);

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
          {state === 'open' || state === 'unanswered' ? (
            <>
              ; <TriedNow escalation={escalation} />
            </>
          ) : null}
          {resolvedAt ? (
            <>
              ; resolved <Time at={resolvedAt} show="absolute" />
            </>
          ) : null}
        </p>
      </div>
      <EscalationActions
        escalation={escalation}
        allowed={answers.filter((one) => atOnce.has(one))}
        size="call"
      />
    </li>
  );
}
