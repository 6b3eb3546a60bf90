import {
  fewestToAverage,
  type MarkCounts,
  type OperatorResults,
  type ScoreSum,
} from '@/domain/coaching/model';

/** "86 %", or that there are too few to say. */
export function averageWords({ scores, percent }: ScoreSum): string {
  if (percent !== null) return `${percent} %`;
  return scores === 0 ? 'None scored' : `Under ${fewestToAverage}, too few to say`;
}

/** "1 call", "12 calls". */
export function callWords(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`;
}

/** "9 met, 2 partly, 1 missed": what never occurred is left out. */
export function markCountWords({ met, partly, missed, not_applicable }: MarkCounts): string {
  const parts = [
    met > 0 ? `${met} met` : null,
    partly > 0 ? `${partly} partly` : null,
    missed > 0 ? `${missed} missed` : null,
    not_applicable > 0 ? `${not_applicable} did not apply` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "Nov 2026" or "16 Nov": what a period is called. */
export function periodWords({ from }: { from: string }, by: 'week' | 'month'): string {
  return (by === 'month' ? monthWords : dayWords).format(new Date(`${from}T00:00:00Z`));
}

/** What was missed or met in part most often, with its counts; at most three. */
export function helpWords({ criteria }: Pick<OperatorResults, 'criteria'>): string {
  return criteria
    .map(({ name, counts }) => {
      const short = counts.partly + counts.missed;
      return { name, short, of: short + counts.met };
    })
    .filter(({ short }) => short > 0)
    .toSorted((a, b) => b.short - a.short)
    .slice(0, 3)
    .map(({ name, short, of }) => `${name} (${short} of ${of})`)
    .join(', ');
}
