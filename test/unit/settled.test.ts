// What one attempt came to: the answer to the hand-over, and what was reported before it was written down.
import { describe, expect, it } from 'vitest';
import { nextAttemptAt } from '../../src/domain/notifications/next-attempt-at';
import { settled, type EarlyReport } from '../../src/domain/notifications/settled';
import type { SendOutcome } from '../../src/domain/notifications/model';
import { after, SECOND } from '../../src/kernel/duration';

const now = new Date('2026-03-01T12:00:00Z');
const sent: SendOutcome = { kind: 'sent', providerId: 'SM1' };
const busy: SendOutcome = { kind: 'failed_temporary', words: 'Busy.' };
const silent: SendOutcome = { kind: 'failed_temporary', words: 'No answer.', isInDoubt: true };
const refused: SendOutcome = { kind: 'failed_permanent', words: 'No such number.' };

const report = (kind: EarlyReport['report']): EarlyReport => ({
  report: kind,
  reportWords: kind === 'delivered' ? null : 'It did not arrive.',
  reportedAt: after(now, -SECOND),
});
const nothing: EarlyReport = { report: null, reportWords: null, reportedAt: null };

describe('without a report', () => {
  it.each([
    [sent, 'sent', 'sent'],
    [busy, 'failed_temporary', 'failed_temporary'],
    [silent, 'failed_temporary', 'unknown'],
    [refused, 'failed_permanent', 'failed_permanent'],
  ])('%o', (outcome, state, attemptState) => {
    expect(settled(outcome, nothing, 1, now)).toMatchObject({ state, attemptState });
  });

  it('the last of many temporary failures is for good', () => {
    expect(settled(busy, nothing, 7, now)).toMatchObject({ state: 'failed_permanent', nextAttemptAt: null });
  });

  it('a provider that asks for a longer pause gets it, an hour at the most', () => {
    const wish = (retryAfterSeconds: number) =>
      settled({ ...busy, retryAfterSeconds }, nothing, 1, now).nextAttemptAt;
    expect(wish(5)).toEqual(nextAttemptAt(1, now));
    expect(wish(120)).toEqual(after(now, 120 * SECOND));
    expect(wish(86_400)).toEqual(after(now, 3_600 * SECOND));
  });
});

describe('reported as delivered', () => {
  it.each([sent, busy, silent, refused])('it is, whatever was answered: %o', (outcome) => {
    expect(settled(outcome, report('delivered'), 1, now)).toMatchObject({
      state: 'delivered',
      failure: null,
      deliveredAt: after(now, -SECOND),
    });
  });
});

describe('reported as failed', () => {
  it('for good, it has, also when the hand-over had gone well', () => {
    for (const outcome of [sent, busy, silent]) {
      expect(settled(outcome, report('failed_final'), 1, now)).toMatchObject({
        state: 'failed_permanent',
        failure: 'It did not arrive.',
      });
    }
  });

  it('for now, it is tried again, and in the end no more', () => {
    expect(settled(sent, report('failed'), 1, now)).toMatchObject({ state: 'failed_temporary' });
    expect(settled(sent, report('failed'), 3, now)).toMatchObject({ state: 'failed_permanent' });
  });
});
