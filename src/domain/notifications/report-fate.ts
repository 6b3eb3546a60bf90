import { after, MINUTE } from '../../kernel/duration';
import type { DeliveryReport } from './model';

/** Whoever did not pick up is called again so often. */
const MOST_RETRIES = 2;
const RETRY_AFTER = MINUTE;

/**
 * What a provider's report makes of the attempt it is about.
 * @param failedBefore attempts of the same message that were reported as failed before
 * @param isWanted whether somebody still waits for an answer
 */
export function reportFate(
  report: DeliveryReport,
  { failedBefore, isWanted, now }: { failedBefore: number; isWanted: boolean; now: Date },
): { kind: 'delivered' } | { kind: 'retry'; at: Date } | { kind: 'failed' } {
  if (report.kind === 'delivered') return { kind: 'delivered' };
  const isRetried = !report.isFinal && isWanted && failedBefore < MOST_RETRIES;
  return isRetried ? { kind: 'retry', at: after(now, RETRY_AFTER) } : { kind: 'failed' };
}
