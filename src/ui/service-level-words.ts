import type { AbandonedRule, ServiceRules } from '@/domain/tenancy/model';

export const abandonedWords: Record<AbandonedRule, string> = {
  counted: 'Count all of them as not answered in time',
  after_threshold: 'Leave out those who hang up early, count the others as not answered in time',
  left_out: 'Leave all of them out',
};

type Level = Omit<ServiceRules, 'playbookId'>;

/** The rule as somebody would say it, with what becomes of callers who hang up. */
export function serviceLevelWords(level: Level): string {
  const { serviceLevelPercent, serviceLevelSeconds, abandonedRule, abandonedAfterSeconds } = level;
  const goal = `${serviceLevelPercent} % of calls answered within ${secondWords(serviceLevelSeconds)} from the first ring`;
  switch (abandonedRule) {
    case 'counted':
      return `${goal}; callers who hang up count as not answered in time.`;
    case 'after_threshold':
      return `${goal}; callers who hang up within ${secondWords(abandonedAfterSeconds)} are left out, all others count.`;
    case 'left_out':
      return `${goal}; callers who hang up are left out.`;
  }
}

const secondWords = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);
