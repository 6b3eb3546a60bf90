import type { ServiceRules } from '../tenancy/model';
import type { CallFigures, WaitCount } from './model';

type LevelRules = Pick<ServiceRules, 'serviceLevelSeconds' | 'abandonedRule' | 'abandonedAfterSeconds'>;

/**
 * Whether calls like these count in the service level, and as what. Waits go from the first ring; answered after exactly
 * the stated seconds is in time, given up after exactly the stated seconds is left out. A call that still rings counts
 * once it is known how it went.
 */
export function levelPart(
  { kind, waitedSeconds }: Pick<WaitCount, 'kind' | 'waitedSeconds'>,
  { serviceLevelSeconds, abandonedRule, abandonedAfterSeconds }: LevelRules,
): 'in_time' | 'missed' | 'left_out' {
  if (kind === 'waiting') return 'left_out';
  if (kind === 'answered') return waitedSeconds <= serviceLevelSeconds ? 'in_time' : 'missed';
  if (abandonedRule === 'counted') return 'missed';
  if (abandonedRule === 'left_out') return 'left_out';
  return waitedSeconds > abandonedAfterSeconds ? 'missed' : 'left_out';
}

/** The figures of some calls by the rule of the answering service. */
export function callFigures(waits: readonly WaitCount[], rules: LevelRules): CallFigures {
  const sum = (ofThem: (wait: WaitCount) => boolean, of: 'calls' | 'totalSeconds' = 'calls') =>
    waits.filter(ofThem).reduce((total, wait) => total + wait[of], 0);
  const inTime = sum((wait) => levelPart(wait, rules) === 'in_time');
  const missed = sum((wait) => levelPart(wait, rules) === 'missed');
  return {
    received: sum(() => true),
    answered: sum(({ kind }) => kind === 'answered'),
    abandoned: sum(({ kind }) => kind === 'abandoned'),
    inTime,
    counted: inTime + missed,
    answerSeconds: sum(({ kind }) => kind === 'answered', 'totalSeconds'),
  };
}

/** The share answered in time, 0 to 1; null where no call counts yet. */
export function serviceLevel({ inTime, counted }: CallFigures): number | null {
  return counted === 0 ? null : inTime / counted;
}

/** Whether the percentage of the rule is reached, compared unrounded; null where no call counts yet. */
export function isLevelMet(
  { inTime, counted }: CallFigures,
  { serviceLevelPercent }: Pick<ServiceRules, 'serviceLevelPercent'>,
): boolean | null {
  return counted === 0 ? null : inTime * 100 >= serviceLevelPercent * counted;
}

/** ASA: the average speed of answer in seconds, of answered calls; null where none was answered. */
export function averageAnswer({ answerSeconds, answered }: CallFigures): number | null {
  return answered === 0 ? null : answerSeconds / answered;
}

/** Abandoned ÷ received, 0 to 1; null where none was received. */
export function abandonRate({ abandoned, received }: CallFigures): number | null {
  return received === 0 ? null : abandoned / received;
}
