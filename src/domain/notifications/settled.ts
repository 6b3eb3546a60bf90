import type { AttemptState, DeliveryState, SendOutcome } from './model';
import { nextAttemptAt } from './next-attempt-at';
import { reportFate } from './report-fate';

/** What a provider reported of an attempt before its answer to the hand-over was written down. */
export type EarlyReport = {
  report: 'delivered' | 'failed' | 'failed_final' | null;
  reportWords: string | null;
  reportedAt: Date | null;
};

export type Settled = {
  state: DeliveryState;
  attemptState: AttemptState;
  /** Why it failed, in words; null: it did not. */
  failure: string | null;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
};

/**
 * What one attempt came to: the provider's answer, and what it reported meanwhile. Having arrived is never taken back,
 * not even by an answer that got lost; what was reported as failed did not get further by having been taken.
 * @param attempts how many attempts this one makes
 */
export function settled(outcome: SendOutcome, early: EarlyReport, attempts: number, now: Date): Settled {
  const none = { failure: null, nextAttemptAt: null, sentAt: null, deliveredAt: null };
  if (early.report === 'delivered') {
    const deliveredAt = early.reportedAt ?? now;
    return { ...none, state: 'delivered', attemptState: 'sent', sentAt: now, deliveredAt };
  }
  const words = early.reportWords ?? 'The provider reported that it could not be delivered.';
  if (early.report !== null && (outcome.kind === 'sent' || early.report === 'failed_final')) {
    const report = { kind: 'failed' as const, words, isFinal: early.report === 'failed_final' };
    const fate = reportFate(report, { failedBefore: attempts - 1, isWanted: true, now });
    return fate.kind === 'retry'
      ? { ...none, state: 'failed_temporary', attemptState: 'sent', failure: words, nextAttemptAt: fate.at }
      : { ...none, state: 'failed_permanent', attemptState: 'failed_permanent', failure: words };
  }
  if (outcome.kind === 'sent') return { ...none, state: 'sent', attemptState: 'sent', sentAt: now };
  const failure = outcome.words;
  if (outcome.kind === 'failed_permanent') {
    return { ...none, state: 'failed_permanent', attemptState: 'failed_permanent', failure };
  }
  const retryAt = nextAttemptAt(attempts, now, outcome.retryAfterSeconds);
  return {
    ...none,
    state: retryAt === null ? 'failed_permanent' : 'failed_temporary',
    attemptState: outcome.isInDoubt === true ? 'unknown' : 'failed_temporary',
    failure,
    nextAttemptAt: retryAt,
  };
}
