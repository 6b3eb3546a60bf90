import type { CallFigures } from '@/domain/reports/model';
import { abandonRate, averageAnswer, serviceLevel } from '@/domain/reports/service-level';
import type { ServiceRules } from '@/domain/tenancy/model';

/** "84 %"; cut, not rounded up, so that 79.9 % is not shown as the 80 % it missed. A dash where nothing counts. */
export function percentWords(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100 + 1e-9)} %`;
}

/** "0:07", "12:30": seconds as a telephone shows them, rounded; a dash where there is none. */
export function secondsWords(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The rule in a sentence, with the one for callers who gave up named. */
export function ruleWords(rules: ServiceRules): string {
  const goal = `${rules.serviceLevelPercent} % within ${rules.serviceLevelSeconds} s of the first ring`;
  const lost = {
    counted: 'callers who gave up count as missed',
    left_out: 'callers who gave up are left out',
    after_threshold: `callers who gave up count as missed after ${rules.abandonedAfterSeconds} s`,
  }[rules.abandonedRule];
  return `Goal: ${goal}; ${lost}.`;
}

/** The figures of one span of time, each with the counts it is made of. */
export function spanWords(figures: CallFigures): { level: string; asa: string; abandoned: string } {
  const { inTime, counted, answered, abandoned, received } = figures;
  return {
    level: `${percentWords(serviceLevel(figures))} (${inTime} of ${counted})`,
    asa: `${secondsWords(averageAnswer(figures))} (${answered} answered)`,
    abandoned: `${percentWords(abandonRate(figures))} (${abandoned} of ${received})`,
  };
}
