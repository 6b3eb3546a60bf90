'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { useNow } from './now';
import { Time } from './time';
import { timerWords } from './time-words';

function Countdown({ to }: { to: Date }) {
  const now = useNow();
  if (now === null) return null;
  return to > now ? (
    <>
      in <span role="timer">{timerWords(now, to)}</span>
    </>
  ) : (
    <>now</>
  );
}

/** Where an escalation stands, and what comes next, in one or two sentences. */
export function EscalationStanding({ escalation }: { escalation: EscalationCard }) {
  const { state, step, stepCount, cycle, nextStepDueAt, acknowledgedAt, acknowledgedByName } = escalation;
  switch (state) {
    case 'acknowledged':
      return (
        <p className="text-fine tabular-nums">
          {acknowledgedByName ?? 'Somebody'} has it
          {acknowledgedAt ? (
            <>
              {' '}
              since <Time at={acknowledgedAt} />
            </>
          ) : null}
          .
          {nextStepDueAt ? (
            <span className="text-ink-soft">
              {' '}
              Unless it is resolved, it begins again <Countdown to={nextStepDueAt} />.
            </span>
          ) : null}
        </p>
      );
    case 'unanswered':
      return (
        <p className="font-medium text-critical">
          Nobody has answered at any step. Phone the client or your account manager.
        </p>
      );
    case 'open': {
      const round = cycle > 1 ? `, round ${cycle}` : '';
      const isLast = step >= stepCount;
      return (
        <p className="text-ink-soft tabular-nums">
          {step === 0 ? 'Starting' : `Step ${step} of ${stepCount}${round}`}.
          {nextStepDueAt ? (
            <>
              {` No answer: ${isLast ? 'next round or end' : 'next step'} `}
              <Countdown to={nextStepDueAt} />.
            </>
          ) : null}
        </p>
      );
    }
    case 'resolved':
    case 'cancelled':
      return null;
  }
}
