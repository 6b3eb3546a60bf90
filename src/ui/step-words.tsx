'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { useNow } from './now';
import { relativeWords } from './time-words';

/** Where an escalation is in its policy: "Step 2 of 3, round 1; next step in 4 min." */
export function StepWords({ escalation }: { escalation: EscalationCard }) {
  const now = useNow();
  const { state, step, stepCount, cycle, nextStepDueAt, acknowledgedByName } = escalation;
  if (state === 'acknowledged') return <>Acknowledged by {acknowledgedByName ?? 'a contact'}.</>;
  if (state === 'unanswered') return <>Nobody answered in any step.</>;
  if (state !== 'open') return null;
  const where =
    step === 0 ? 'Not begun yet' : `Step ${step} of ${stepCount}${cycle > 1 ? `, round ${cycle}` : ''}`;
  const isDue = nextStepDueAt !== null && now !== null && nextStepDueAt <= now;
  const next = nextStepDueAt && now ? `; next step ${isDue ? 'now' : relativeWords(nextStepDueAt, now)}` : '';
  return <>{`${where}${next}.`}</>;
}
