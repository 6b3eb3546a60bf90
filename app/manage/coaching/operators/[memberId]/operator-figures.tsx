'use client';

import type { CoachingResults, OperatorResults } from '@/domain/coaching/model';
import { LineChart } from '@/ui/line-chart';
import { RecordTable, type Column } from '@/ui/record-table';
import { averageWords, callWords, markCountWords, periodWords } from '../../result-words';

type CriterionRow = OperatorResults['criteria'][number];

const columns: readonly Column<CriterionRow>[] = [
  { title: 'Criterion', cell: ({ name }) => <span className="font-medium">{name}</span> },
  { title: 'Marks', cell: ({ counts }) => markCountWords(counts), isWide: true, className: 'tabular-nums' },
];

export type OperatorFiguresProps = {
  own: OperatorResults;
  periods: CoachingResults['periods'];
  by: 'week' | 'month';
};

/** One operator's averages over time, where there is enough to say, and the marks of each criterion. */
export function OperatorFigures({ own, periods, by }: OperatorFiguresProps) {
  const hasAverage = own.periods.some(({ percent }) => percent !== null);
  return (
    <div className="flex flex-col gap-6">
      <p className="text-base">
        <span className="font-semibold tabular-nums">{averageWords(own)}</span> of {callWords(own.scores)};{' '}
        {own.seen} seen, {own.answered} answered.
      </p>
      {hasAverage ? (
        <LineChart
          label={`Average by ${by}, with the number of calls`}
          rows={periods.map((period, n) => ({
            name: `${periodWords(period, by)} (${own.periods[n]?.scores ?? 0})`,
            values: { percent: own.periods[n]?.percent ?? null },
          }))}
          series={[{ key: 'percent', label: 'Average in percent' }]}
          highest={100}
          format={(value) => `${value} %`}
          rowTitle={by === 'week' ? 'Week from' : 'Month'}
        />
      ) : null}
      <RecordTable
        caption="Marks by criterion"
        columns={columns}
        rows={own.criteria}
        keyOf={({ id }) => id}
      />
    </div>
  );
}
