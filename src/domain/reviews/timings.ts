import { SECOND } from '../../kernel/duration';
import type { EscalationState } from '../escalations/model';
import type { Targets } from './model';

/**
 * How one time stands against its target. `met` and `missed`: it came, in time or too late; `missed` also when it has
 * not come and the target is past. `running`: there is still time. `none`: it ended without, so there is nothing to say.
 */
export type TimingFate = 'met' | 'missed' | 'running' | 'none';

export type Timing = {
  name: 'deliver' | 'acknowledge' | 'resolve';
  /** From the start; null: it has not come. */
  tookSeconds: number | null;
  targetSeconds: number;
  fate: TimingFate;
};

type Timed = {
  state: EscalationState;
  startedAt: Date;
  firstSentAt: Date | null;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
  targets: Targets;
};

const isOver = (state: EscalationState) => state === 'resolved' || state === 'cancelled';

/** Time to deliver, acknowledge and resolve, each from the start, against what the client is promised. */
export function timings(escalation: Timed, now: Date): Timing[] {
  const { state, startedAt, targets } = escalation;
  const timing = (name: Timing['name'], at: Date | null, targetSeconds: number): Timing => {
    const until = at ?? now;
    const seconds = (until.getTime() - startedAt.getTime()) / SECOND;
    const isLate = seconds > targetSeconds;
    const fate =
      at !== null ? (isLate ? 'missed' : 'met') : isOver(state) ? 'none' : isLate ? 'missed' : 'running';
    return { name, tookSeconds: at === null ? null : Math.floor(seconds), targetSeconds, fate };
  };
  return [
    timing('deliver', escalation.firstSentAt, targets.deliverSeconds),
    timing('acknowledge', escalation.acknowledgedAt, targets.acknowledgeSeconds),
    timing('resolve', escalation.resolvedAt, targets.resolveSeconds),
  ];
}
