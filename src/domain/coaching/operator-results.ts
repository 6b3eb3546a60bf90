import { fewestToAverage, type Criterion, type Mark, type OperatorResults, type ScoreSum } from './model';

/** What one operator's calls scored together in one period, counted from 0. */
export type ScoreCount = {
  operatorId: string;
  name: string;
  period: number;
  scores: number;
  /** Those to which anything applied, and their percentages together. */
  counted: number;
  percentSum: number;
  seen: number;
  answered: number;
};

/** How often one criterion was given one mark; `name` as it was called in one of the forms. */
export type MarkCount = { operatorId: string; id: string; name: string; mark: Mark; count: number };

type Counted = {
  counts: readonly ScoreCount[];
  marks: readonly MarkCount[];
  /** The form of now. */
  criteria: readonly Criterion[];
  /** How many periods there are. */
  periods: number;
};

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

/** The average of the calls, each counting alike; of too few, none. */
function sumOf(counts: readonly ScoreCount[]): ScoreSum {
  const counted = sum(counts.map((one) => one.counted));
  const percentSum = sum(counts.map((one) => one.percentSum));
  return {
    scores: sum(counts.map((one) => one.scores)),
    percent: counted < fewestToAverage ? null : Math.round(percentSum / counted),
  };
}

function criteriaOf(marks: readonly MarkCount[], criteria: readonly Criterion[]) {
  const placeOf = (id: string) => {
    const place = criteria.findIndex((criterion) => criterion.id === id);
    return place === -1 ? criteria.length : place;
  };
  const ids = [...new Set(marks.map(({ id }) => id))].toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'en'),
  );
  return ids.map((id) => {
    const own = marks.filter((mark) => mark.id === id);
    const of = (mark: Mark) => sum(own.filter((one) => one.mark === mark).map(({ count }) => count));
    return {
      id,
      name: criteria.find((criterion) => criterion.id === id)?.name ?? own[0]?.name ?? id,
      counts: {
        met: of('met'),
        partly: of('partly'),
        missed: of('missed'),
        not_applicable: of('not_applicable'),
      },
    };
  });
}

/** By name and never by percentage: what calls scored says where to help, not who is better. */
export function operatorResults({ counts, marks, criteria, periods }: Counted): OperatorResults[] {
  const operatorIds = [...new Set(counts.map(({ operatorId }) => operatorId))];
  const results = operatorIds.map((operatorId): OperatorResults => {
    const own = counts.filter((one) => one.operatorId === operatorId);
    const newest = own.reduce((a, b) => (b.period > a.period ? b : a));
    return {
      operatorId,
      name: newest.name,
      ...sumOf(own),
      periods: Array.from({ length: periods }, (_, n) => sumOf(own.filter(({ period }) => period === n))),
      criteria: criteriaOf(
        marks.filter((mark) => mark.operatorId === operatorId),
        criteria,
      ),
      seen: sum(own.map(({ seen }) => seen)),
      answered: sum(own.map(({ answered }) => answered)),
    };
  });
  return results.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.operatorId.localeCompare(b.operatorId),
  );
}
