import { after, HOUR, SECOND } from '../../kernel/duration';

const LONGEST = 4 * HOUR;

/**
 * By when somebody who has just acknowledged is asked to say how it stands: at half of the time there is, so that what
 * follows from silence still comes in time; in four hours at the latest.
 * @param acknowledgementTimeoutSeconds after which the escalation begins again; null: it never does
 * @param resolveSeconds the client's target for this urgency
 */
export function reportDueAt(
  {
    acknowledgementTimeoutSeconds,
    resolveSeconds,
  }: { acknowledgementTimeoutSeconds: number | null; resolveSeconds: number },
  now: Date,
): Date {
  const span = (acknowledgementTimeoutSeconds ?? resolveSeconds) * SECOND;
  return after(now, Math.min(span / 2, LONGEST));
}
