'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { useNow } from './now';
import { relativeWords } from './time-words';

/** Who is being tried at the present step, and when the next one begins; in red words what nobody answers. */
export function TriedNow({ escalation }: { escalation: EscalationCard }) {
  const now = useNow();
  const { state, step, stepCount, cycle, tried, nextStepDueAt } = escalation;
  if (state === 'unanswered') {
    return <span className="font-medium text-critical">Nobody answered at any step</span>;
  }
  if (state !== 'open') return null;
  if (step === 0) return <span className="text-ink-soft">not begun</span>;
  const where = `step ${step} of ${stepCount}${cycle > 1 ? `, round ${cycle}` : ''}`;
  const isDue = nextStepDueAt !== null && now !== null && nextStepDueAt <= now;
  return (
    <span>
      {tried.length === 0 ? (
        <span className="font-medium text-critical">Nobody can be told</span>
      ) : (
        <>trying {triedWords(tried)}</>
      )}
      <span className="text-ink-soft">
        {`, ${where}`}
        {nextStepDueAt && now ? `; next ${isDue ? 'now' : relativeWords(nextStepDueAt, now)}` : null}
      </span>
    </span>
  );
}

/** "Tom Becker", "Tom Becker and 2 more": the card itself names five at most. */
function triedWords(tried: readonly string[]): string {
  const [first = '', ...others] = tried;
  if (others.length === 0) return first;
  return others.length === 1 ? `${first} and ${others[0] ?? ''}` : `${first} and ${others.length} more`;
}
