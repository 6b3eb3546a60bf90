import type { CoachingResults, OperatorResults } from '@/domain/coaching/model';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { averageWords, callWords, helpWords, periodWords } from '../result-words';

type ResultTableProps = { results: CoachingResults; by: 'week' | 'month' };

/** The periods in which something was scored: how much, and its average where there is enough. */
function OverTime({ one, results, by }: ResultTableProps & { one: OperatorResults }) {
  const shown = one.periods.flatMap((sum, n) => {
    const period = results.periods[n];
    return sum.scores === 0 || period === undefined ? [] : [{ sum, words: periodWords(period, by) }];
  });
  return (
    <ul className="flex max-w-96 flex-wrap gap-x-3 gap-y-0.5 text-[13px] tabular-nums">
      {shown.slice(-8).map(({ sum, words }) => (
        <li key={words} className="whitespace-nowrap">
          {words}: {sum.percent === null ? null : <span className="font-medium">{sum.percent} % </span>}
          <span className="text-ink-soft">of {callWords(sum.scores)}</span>
        </li>
      ))}
    </ul>
  );
}

/** By name. Each row leads to that operator's calls and notes. */
export function ResultTable({ results, by }: ResultTableProps) {
  const columns: readonly Column<OperatorResults>[] = [
    {
      title: 'Operator',
      className: 'max-md:basis-full',
      cell: ({ operatorId, name }) => (
        <RowLink href={`/manage/coaching/operators/${operatorId}`}>{name}</RowLink>
      ),
    },
    { title: 'Scored', cell: ({ scores }) => scores, className: 'tabular-nums', isNamedOnPhone: true },
    { title: 'Average', cell: (one) => averageWords(one), className: 'tabular-nums', isNamedOnPhone: true },
    { title: 'Over time', cell: (one) => <OverTime one={one} results={results} by={by} />, isWide: true },
    { title: 'Missed or in part', cell: (one) => helpWords(one), isWide: true, isNamedOnPhone: true },
    {
      title: 'Seen, answered',
      cell: ({ seen, answered, scores }) => `${seen} seen, ${answered} answered, of ${scores}`,
      className: 'tabular-nums',
      isWide: true,
    },
  ];
  return (
    <div className="md:overflow-x-auto">
      <RecordTable
        caption="Results by operator, by name"
        columns={columns}
        rows={results.operators}
        keyOf={({ operatorId }) => operatorId}
      />
    </div>
  );
}
