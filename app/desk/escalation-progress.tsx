'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { useNow } from '@/ui/now';
import { Time } from '@/ui/time';
import { timerWords } from '@/ui/time-words';

/** Where an escalation stands, in one sentence. */
export function EscalationProgress({ escalation }: { escalation: EscalationCard }) {
  const now = useNow();
  const { state, step, stepCount, cycle, nextStepDueAt, acknowledgedAt, acknowledgedByName } = escalation;
  if (state === 'acknowledged' && acknowledgedAt) {
    return (
      <p className="text-fine">
        {acknowledgedByName ?? 'Somebody'} has it since <Time at={acknowledgedAt} />.
      </p>
    );
  }
  if (state === 'unanswered') {
    return (
      <p className="text-critical">
        Nobody has answered at any step. Phone the client or your account manager.
      </p>
    );
  }
  if (state !== 'open') return null;
  const round = cycle > 1 ? `, round ${cycle}` : '';
  const isLast = step >= stepCount;
  const due = nextStepDueAt && now && nextStepDueAt > now ? ` in ${timerWords(now, nextStepDueAt)}` : ' now';
  return (
    <p className="text-ink-soft tabular-nums">
      {step === 0 ? 'Starting' : `Step ${step} of ${stepCount}${round}`}
      {nextStepDueAt ? `. No answer: ${isLast ? 'next round or end' : 'next person'}${due}.` : '.'}
    </p>
  );
}
